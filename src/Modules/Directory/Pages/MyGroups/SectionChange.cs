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
    public ListingSnapshot ApplyTo(Listing listing) => ApplyTo(listing.Snapshot(), listing.Culture);

    /// <summary>What a state of a listing would be with the change.</summary>
    /// <param name="source">Language the group wrote in.</param>
    public ListingSnapshot ApplyTo(ListingSnapshot now, string source)
    {
        var culture = Culture ?? source;
        var before = now.Texts.GetValueOrDefault(culture) ?? new ListingWords { Title = now.Texts[source].Title };
        var translations = now.Translations;
        if (IsRight && culture != source)
            translations = new Dictionary<string, TranslationState>(now.Translations ?? new Dictionary<string, TranslationState>(StringComparer.Ordinal), StringComparer.Ordinal) { [culture] = new(IsUpToDate: true, ContentTexts.Reviewed) };
        return now with
        {
            Facts = Facts(now.Facts),
            Texts = new Dictionary<string, ListingWords>(now.Texts, StringComparer.Ordinal) { [culture] = Words(before) },
            Translations = translations,
        };
    }
}
