using Portal.Directory.Domain;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>What somebody typed into a section, as a change of the listing.</summary>
internal sealed record SectionChange
{
    public Func<ListingFacts, ListingFacts> Facts { get; init; } = facts => facts;

    /// <summary>Changes what is said in the language of <see cref="Culture"/>.</summary>
    public Func<ListingWords, ListingWords> Words { get; init; } = words => words;

    /// <summary>Language of the words; null for the one the group wrote in.</summary>
    public string? Culture { get; init; }

    /// <summary>True when somebody says that a translation is right.</summary>
    public bool IsRight { get; init; }

    /// <summary>What the listing would be with the change.</summary>
    public ListingSnapshot ApplyTo(Listing listing)
    {
        var now = listing.Snapshot();
        var culture = Culture ?? listing.Culture;
        var before = now.Texts.GetValueOrDefault(culture) ?? new ListingWords { Title = listing.Source.Title };
        return now with
        {
            Facts = Facts(now.Facts),
            Texts = new Dictionary<string, ListingWords>(now.Texts, StringComparer.Ordinal) { [culture] = Words(before) },
        };
    }
}
