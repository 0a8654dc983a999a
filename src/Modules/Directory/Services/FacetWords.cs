using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>Names the values one can filter by, in the reader's language, in the order people expect.</summary>
internal sealed class FacetWords(IStringLocalizer<DirectoryText> texts, IStringLocalizer<ScheduleText> whenTexts, ListingWording wording, TenantContext tenant)
{
    private static readonly IReadOnlyList<string> times = ["morning", "afternoon", "evening"];
    private static readonly IReadOnlyList<string> costs = ["free", "donation", "paid"];
    private readonly Lazy<IReadOnlyList<string>> fallbackChain = new(() => tenant.Settings.FallbackChain(tenant.Language));

    /// <summary>Heading of a group of filters.</summary>
    public string Group(string group) => group == ListingFacets.When ? whenTexts["When.Title"] : texts["Filter." + group];

    /// <summary>Name of a value; null when there is no such value.</summary>
    public string? Name(Facet facet, TermList terms) => facet.Group switch
    {
        ListingFacets.When when WhenFilter.Values.Contains(facet.Value) => whenTexts["When." + facet.Value],
        ListingFacets.Day when facet.Value == WhenFacets.Weekend => whenTexts["When.weekend"],
        ListingFacets.Day when Schedule.Days.Contains(facet.Value) => Capital(DateWords.DayName(Schedule.DayOfWeekOf(facet.Value))),
        ListingFacets.Time when times.Contains(facet.Value) => texts["Time." + facet.Value],
        ListingFacets.Cost when costs.Contains(facet.Value) => texts["CostFilter." + facet.Value],
        ListingFacets.How when AttendanceWays.All.Contains(facet.Value) => texts["How." + facet.Value],
        ListingFacets.Language => LanguageInfo.Find(facet.Value) is null ? null : wording.Language(facet.Value),
        _ => TaxonomyOf(facet.Group) is { } taxonomy && terms.FindByPath(taxonomy, facet.Value) is { } term
            ? term.NameIn(fallbackChain.Value).Name
            : null,
    };

    /// <summary>A chosen filter inside the sentence "You see groups…".</summary>
    public string Phrase(Facet facet, string name) => facet.Group == ListingFacets.When || facet.Value == WhenFacets.Weekend ? whenTexts[$"When.Chip.{facet.Value}"] : texts["Chip." + facet.Group, name];

    /// <summary>The values of a group in order: days through the week, terms as their taxonomy has them, languages by how many speak them.</summary>
    public IEnumerable<string> Values(string group, TermList terms, IReadOnlyDictionary<string, int> counts) => group switch
    {
        ListingFacets.When => WhenFilter.Values,
        ListingFacets.Day => [.. Schedule.Days, WhenFacets.Weekend],
        ListingFacets.Time => times,
        ListingFacets.Cost => costs,
        ListingFacets.How => AttendanceWays.All,
        ListingFacets.Language => counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key),
        _ => TaxonomyOf(group) is { } taxonomy ? terms.Of(taxonomy).Select(term => term.Path) : [],
    };

    private static string? TaxonomyOf(string group) => group switch
    {
        ListingFacets.Category => TaxonomyIds.Activity,
        ListingFacets.Need => TaxonomyIds.Need,
        ListingFacets.Access => TaxonomyIds.Access,
        ListingFacets.Audience => TaxonomyIds.Audience,
        _ => null,
    };

    /// <summary>The group of filters that the terms of a taxonomy are in.</summary>
    public static string GroupOf(string taxonomyId) => taxonomyId switch
    {
        TaxonomyIds.Activity => ListingFacets.Category,
        TaxonomyIds.Need => ListingFacets.Need,
        TaxonomyIds.Access => ListingFacets.Access,
        _ => ListingFacets.Audience,
    };

    private static string Capital(string words) => words[..1].ToUpper(System.Globalization.CultureInfo.CurrentCulture) + words[1..];
}
