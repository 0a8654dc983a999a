using Portal.Directory.Domain;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>A group's page as the public sees it, in sections, with how its translations stand.</summary>
internal sealed record GroupSections(ListingPage Page, IReadOnlyList<GroupLanguage> Languages);

/// <summary>How the texts of a group stand in one language.</summary>
/// <param name="StateKey">Key of what there is to say of it.</param>
internal sealed record GroupLanguage(string Code, string Name, string StateKey);

/// <summary>Reads the sections of a group's page.</summary>
internal sealed class GroupSectionsReader(ListingPageReader pages, ListingWording wording, DateWords dates, TenantContext tenant)
{
    public DateWords Dates => dates;

    public async Task<GroupSections> ReadAsync(Listing listing, CancellationToken cancellationToken)
    {
        var languages = listing.Texts.Select(text => text.Culture).Concat(tenant.Settings.Languages).Distinct(StringComparer.Ordinal)
            .OrderBy(code => code == listing.Culture ? 0 : 1)
            .Select(code => new GroupLanguage(code, wording.Language(code), StateOf(listing, code)));
        return new GroupSections(await pages.ReadAsync(listing, cancellationToken), [.. languages]);
    }

    private static string StateOf(Listing listing, string code)
    {
        if (code == listing.Culture) return "Translation.Source";
        if (listing.Texts.In(code) is not { } text) return "Translation.Missing";
        if (!listing.StateOf(text).IsUpToDate) return "Translation.Behind";
        return text.Review == ContentTexts.Machine ? "Translation.Machine" : "Translation.Right";
    }
}
