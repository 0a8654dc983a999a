using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Signposting.Domain.Matching;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Matching;

/// <summary>Says in the reader's language what was looked for and what was found.</summary>
internal sealed class MatchWords(ITaxonomies taxonomies, TenantContext tenant, IStringLocalizer<MatchText> texts)
{
    private const int MostSlots = 3;
    private const double NextDoorMiles = 0.1;
    private TermList terms = new([]);

    /// <summary>Reads the terms; the other methods need them.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken) => terms = await taxonomies.ReadAsync(cancellationToken);

    /// <summary>What is looked for, bit by bit: "Sleep", "BD18, by bus", "Urdu". Wishes of faith are not among it: they have a line of their own.</summary>
    public IReadOnlyList<string> LookedFor(Wishes wishes)
    {
        var days = wishes.Days.Select(DayName).ToList();
        var times = wishes.Times.Select(time => texts["Time." + time].Value).ToList();
        return
        [
            .. wishes.Needs.Select(path => NameOf(ListingFacets.Need, path)),
            .. wishes.Activities.Select(path => NameOf(ListingFacets.Category, path)),
            .. OneOf(Join([wishes.Place, wishes.Reach == Travel.Unknown ? null : texts["Reach." + wishes.Reach].Value])),
            .. OneOf(Join([.. days, .. times])),
            .. wishes.Languages.Select(NameOfLanguage),
            .. wishes.Access.Select(path => NameOf(ListingFacets.Access, path)),
            .. OneOf(wishes.Purse == Purse.Any ? "" : texts["Purse." + wishes.Purse]),
            .. wishes.Audiences.Select(path => NameOf(ListingFacets.Audience, path)),
            .. OneOf(wishes.OnlyTheseAudiences ? texts["Form.OnlyThese"] : ""),
            .. OneOf(wishes.Readiness == Readiness.Any ? "" : texts["Readiness." + wishes.Readiness]),
        ];
    }

    /// <summary>The lines of what was found of a group.</summary>
    public IReadOnlyList<Reason> Reasons(IReadOnlyList<Finding> findings, MatchQuestions asked, ScannedItem facts, ListingCard card)
        => [.. findings.Select(finding => new Reason(texts["Line." + finding.Criterion], Say(finding, asked, facts, card), finding.Points, finding.IsAgainst)).Where(reason => reason.Words.Length > 0)];

    private string Say(Finding finding, MatchQuestions asked, ScannedItem facts, ListingCard card)
    {
        if (finding is { Criterion: Criterion.Reach, Verdict: Verdict.Fits } && facts.Miles < NextDoorMiles) return texts["Why.Reach.NextDoor"];
        var argument = finding.Criterion switch
        {
            Criterion.Need or Criterion.Access or Criterion.Audience or Criterion.Language when finding.Values != 0 => Join(asked.ValuesOf(finding.Values).Select(value => NameOf(value.Group, value.Value))),
            Criterion.When when finding.Verdict == Verdict.Fits => Join(asked.ValuesOf(finding.Values).Take(MostSlots).Select(SlotName)),
            Criterion.When => card.WhenInWords,
            Criterion.Reach when finding.Verdict == Verdict.Partly => card.AttendanceInWords,
            Criterion.Reach => facts.Miles?.ToString("0.0", CultureInfo.CurrentCulture),
            Criterion.Language => Join(card.Languages),
            Criterion.Cost => card.CostInWords,
            Criterion.Readiness => card.ContactName,
            Criterion.Room => card.PlacesInWords,
            Criterion.Freshness => card.FreshnessInWords,
            _ => null,
        };
        return texts[$"Why.{finding.Criterion}.{finding.Verdict}", (argument ?? "").TrimEnd('.')];
    }

    private string SlotName(Facet slot)
    {
        var parts = slot.Value.Split('-');
        return texts["Slot." + parts[1], DayName(parts[0])];
    }

    /// <summary>Name of a value of the index.</summary>
    private string NameOf(string group, string value)
    {
        if (group == ListingFacets.Language) return NameOfLanguage(value);
        var taxonomy = group switch
        {
            ListingFacets.Need => TaxonomyIds.Need,
            ListingFacets.Category => TaxonomyIds.Activity,
            ListingFacets.Access => TaxonomyIds.Access,
            _ => TaxonomyIds.Audience,
        };
        return terms.FindByPath(taxonomy, value)?.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name ?? value;
    }

    private string NameOfLanguage(string code) => LanguageInfo.Find(code)?.NameIn(LanguageInfo.Of(tenant.Language)) ?? code;

    /// <summary>Name of a day by its code.</summary>
    public static string DayName(string code) => DateWords.DayName((DayOfWeek)((Array.IndexOf([.. Wishes.WeekDays], code) + 1) % 7));

    private static string Join(IEnumerable<string?> words) => string.Join(CultureInfo.CurrentCulture.TextInfo.IsRightToLeft ? "، " : ", ", words.Where(word => !string.IsNullOrEmpty(word)));

    private static IEnumerable<string> OneOf(string words) => words.Length == 0 ? [] : [words];
}
