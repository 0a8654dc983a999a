using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>What visitors look at, and what they look for and do not find.</summary>
internal sealed class VisitsModel(InsightReader reader, ITaxonomies taxonomies, TenantContext tenant, IStringLocalizer<InsightText> texts) : PageModel
{
    private TermList terms = new([]);

    public IReadOnlyList<VisitWeek> Weeks { get; private set; } = [];

    public IReadOnlyList<VainWords> Words { get; private set; } = [];

    public IReadOnlyList<UnmetLine> Needs { get; private set; } = [];

    public IReadOnlyList<VisitedGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        terms = await taxonomies.ReadAsync(cancellationToken);
        Weeks = await reader.WeeksAsync(null, cancellationToken);
        Words = await reader.WordsAsync(cancellationToken);
        Needs = await reader.NeedsAsync(cancellationToken);
        Groups = await reader.GroupsAsync(cancellationToken);
    }

    /// <summary>One of the tables as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(string? table, CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        var (headings, rows) = table switch
        {
            "weeks" => (
                [texts["Week"].Value, texts["Views"].Value, texts["Contacts"].Value, .. Insight.Ways.Select(way => texts["Way." + way].Value)],
                Weeks.Select(week => (IReadOnlyList<string>)[Iso(week.Week), Number(week.Views), Number(week.Contacts), .. Insight.Ways.Select(way => Number(week.Ways.GetValueOrDefault(way)))])),
            "words" => (
                [texts["Words"].Value, texts["Times"].Value, texts["Days"].Value, .. reader.LastWeeks().Select(Iso)],
                Words.Select(words => (IReadOnlyList<string>)[words.Words, Number(words.Count), Number(words.Days), .. reader.LastWeeks().Select(week => Number(words.Weeks.GetValueOrDefault(week)))])),
            "needs" => ([texts["Category"].Value, texts["Area"].Value, texts["Times"].Value], Needs.Select(need => (IReadOnlyList<string>)[CategoryOf(need), AreaOf(need), Number(need.Count)])),
            "groups" => (new[] { "slug", texts["Group"].Value, texts["Views"].Value, texts["Contacts"].Value }, Groups.Select(group => (IReadOnlyList<string>)[group.Slug, group.Title, Number(group.Views), Number(group.Contacts)])),
            _ => ((string[]?)null, []),
        };
        return headings is null ? NotFound() : File(await CsvTable.WriteAsync(headings, rows), "text/csv", table + ".csv");
    }

    public string CategoryOf(UnmetLine need)
        => need.Category == UnmetNeed.Any ? texts["AnyCategory"] : TermOf(need.Category)?.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name ?? need.Category;

    public string AreaOf(UnmetLine need) => need.Area == UnmetNeed.Any ? texts["AnyArea"] : need.Area;

    private TermInfo? TermOf(string category)
        => category.StartsWith(UnmetNeed.NeedPrefix, StringComparison.Ordinal)
            ? terms.FindByPath(TaxonomyIds.Need, category[UnmetNeed.NeedPrefix.Length..])
            : terms.FindByPath(TaxonomyIds.Activity, category);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
