using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Signposting.Domain.Matching;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Matching;

/// <summary>What the form of wishes offers, in the reader's language.</summary>
internal sealed class WishChoices(ITaxonomies taxonomies, ISearch search, TenantContext tenant, IStringLocalizer<MatchText> texts)
{
    private TermList terms = new([]);

    public IReadOnlyList<SelectListItem> Needs => Of(TaxonomyIds.Need);

    public IReadOnlyList<SelectListItem> Activities => Of(TaxonomyIds.Activity);

    public IReadOnlyList<SelectListItem> Access => Of(TaxonomyIds.Access);

    public IReadOnlyList<SelectListItem> Audiences => [.. Of(TaxonomyIds.Audience).Where(audience => audience.Value != MatchQuestions.EveryonePath)];

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Days => [.. Wishes.WeekDays.Select(day => new SelectListItem(MatchWords.DayName(day), day))];

    public IReadOnlyList<SelectListItem> Times => [.. Wishes.PartsOfDay.Select(time => new SelectListItem(texts["Time." + time], time))];

    public IReadOnlyList<SelectListItem> Reaches => Names<Travel>("Reach.");

    public IReadOnlyList<SelectListItem> Purses => Names<Purse>("Purse.");

    public IReadOnlyList<SelectListItem> Readinesses => Names<Readiness>("Readiness.");

    /// <summary>Reads the terms and the languages that groups speak.</summary>
    /// <param name="spoken">Languages offered besides, such as the one the person reads.</param>
    public async Task ReadAsync(IEnumerable<string> spoken, CancellationToken cancellationToken)
    {
        terms = await taxonomies.ReadAsync(cancellationToken);
        var found = await search.FindAsync(
            new SearchQuery { Kinds = [ListingFacets.Kind], Language = tenant.Language, Count = [ListingFacets.Language], PageSize = 0 }, cancellationToken);
        var reader = LanguageInfo.Of(tenant.Language);
        Languages =
        [
            .. found.Counts[ListingFacets.Language].OrderByDescending(language => language.Value).Select(language => language.Key).Take(Wishes.MostValues).Union(spoken, StringComparer.Ordinal)
                .Select(LanguageInfo.Find).OfType<LanguageInfo>().Select(language => new SelectListItem(language.NameIn(reader), language.Code)).OrderBy(choice => choice.Text, StringComparer.CurrentCulture),
        ];
    }

    private IReadOnlyList<SelectListItem> Of(string taxonomy)
        => [.. terms.Of(taxonomy).Select(term => new SelectListItem(term.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name, term.Path))];

    private IReadOnlyList<SelectListItem> Names<T>(string key)
        where T : struct, Enum
        => [.. Enum.GetNames<T>().Select(name => new SelectListItem(texts[key + name], name))];
}
