using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>How fresh the pages are: in all, by kind of activity, by area. Each figure leads to its groups.</summary>
internal sealed class FreshnessOverviewModel(FreshnessTable table, FreshnessReader reader, IStringLocalizer<FreshnessText> texts) : PageModel
{
    public const string Whole = "whole";
    public const string Category = "category";
    public const string Area = "area";

    public FreshnessSettings Settings { get; private set; } = new();

    public FreshnessLine All { get; private set; } = null!;

    /// <summary>The tables: id, heading, lines.</summary>
    public IReadOnlyList<(string Id, string Heading, IReadOnlyList<FreshnessLine> Lines)> Tables { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Settings = (await reader.ReadAsync(cancellationToken)).Settings;
        await ReadAsync(cancellationToken);
    }

    /// <summary>The same as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var headings = new[] { texts["Table.What"].Value, texts["Table.Name"].Value }.Concat(Enum.GetValues<FreshnessState>().Select(state => texts["State." + state].Value)).Append(texts["Table.Unkept"].Value);
        var rows = Tables.SelectMany(one => one.Lines.Select(line => (IReadOnlyList<string>)
            [texts["Table." + one.Id].Value, line.Name ?? texts["None." + one.Id].Value, .. line.States.Append(line.Unkept).Select(count => count.ToString(CultureInfo.InvariantCulture))]));
        return File(await CsvTable.WriteAsync(headings, rows), "text/csv", "freshness.csv");
    }

    /// <summary>Address of the groups behind a figure.</summary>
    public string AddressOf(string table, string key, FreshnessState? state, bool? isKept)
    {
        var asked = new[]
        {
            table == Whole ? null : $"{table}={Uri.EscapeDataString(key)}",
            state is { } one ? "state=" + one : null,
            isKept is { } kept ? "kept=" + (kept ? "yes" : "no") : null,
        }.OfType<string>().ToList();
        return Url.Content("~/manage/freshness/groups" + (asked.Count == 0 ? "" : "?" + string.Join('&', asked)));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var groups = await table.ReadAsync(cancellationToken);
        All = FreshnessTable.Whole(groups);
        Tables =
        [
            (Whole, texts["Table.AllGroups"], [All]),
            (Category, texts["Table.ByCategory"], await table.ByCategoryAsync(groups, cancellationToken)),
            (Area, texts["Table.ByArea"], FreshnessTable.ByArea(groups)),
        ];
    }
}
