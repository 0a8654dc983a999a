using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>The groups behind a figure of the table of freshness, those longest without a word first.</summary>
internal sealed class FreshnessGroupsModel(
    PortalDbContext db, FreshnessTable table, FreshnessReader reader, ITaxonomies taxonomies, ListingWording wording, DateWords dates, TenantContext tenant, IStringLocalizer<DirectoryText> words, IStringLocalizer<FreshnessText> texts) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kept { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public Page<FreshGroupRow> Rows { get; private set; } = null!;

    /// <summary>What is shown, in words: "Not confirmed for long, Singing".</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Address of the same groups.</summary>
    public string Address
        => Url.Content("~/manage/freshness/groups?" + string.Join('&', new[] { ("state", State), ("category", Category), ("area", Area), ("kept", Kept) }.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2 ?? "")}")));

    public static string TagOf(FreshnessState state)
        => state switch { FreshnessState.Fresh => "nhsuk-tag--green", FreshnessState.Due => "nhsuk-tag--blue", FreshnessState.Stale => "nhsuk-tag--yellow", _ => "nhsuk-tag--grey" };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await FindAsync(cancellationToken);
        var number = Math.Clamp(Number, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        Rows = new Page<FreshGroupRow>(await ReadAsync([.. found.Skip((number - 1) * PageSize).Take(PageSize)], cancellationToken), number, PageSize, found.Count);
    }

    /// <summary>The same as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        var rows = new List<FreshGroupRow>();
        foreach (var part in (await FindAsync(cancellationToken)).Chunk(500)) rows.AddRange(await ReadAsync(part, cancellationToken));
        var csv = await CsvTable.WriteAsync(
            ["slug", texts["Table.Name"].Value, texts["Groups.State"].Value, texts["Groups.Confirmed"].Value, texts["Groups.Asked"].Value, texts["Table.Keepers"].Value],
            rows.Select(row => (IReadOnlyList<string>)[row.Slug, row.Title, texts["State." + row.State].Value, Iso(row.AssuredOn), Iso(row.AskedOn), row.Keepers.ToString(CultureInfo.InvariantCulture)]));
        return File(csv, "text/csv", "groups.csv");
    }

    private async Task<IReadOnlyList<FreshGroup>> FindAsync(CancellationToken cancellationToken)
    {
        FreshnessState? state = Enum.TryParse<FreshnessState>(State, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        bool? isKept = Kept switch { "yes" => true, "no" => false, _ => null };
        var (category, area) = (Category is { Length: > 0 } ? Category : null, Area is { Length: > 0 } ? Area : null);
        var terms = await taxonomies.ReadAsync(cancellationToken);
        var parts = new[]
        {
            state is { } one ? texts["State." + one].Value : null,
            isKept is { } kept ? texts[kept ? "Table.Kept" : "Table.Unkept"].Value : null,
            category is null ? null : terms.FindByPath(TaxonomyIds.Activity, category)?.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name ?? texts["None.category"].Value,
            area is null ? null : area == FreshnessTable.None ? texts["None.area"].Value : area,
        }.OfType<string>().ToList();
        Heading = parts.Count == 0 ? texts["Table.AllGroups"] : words.JoinComma(parts);
        return await table.FindAsync(new FreshnessFilter(state, category, area, isKept), cancellationToken);
    }

    private async Task<IReadOnlyList<FreshGroupRow>> ReadAsync(IReadOnlyList<FreshGroup> groups, CancellationToken cancellationToken)
    {
        var rule = await reader.ReadAsync(cancellationToken);
        var ids = groups.Select(group => group.Id).ToList();
        var said = await db.Set<Listing>().AsNoTracking().Where(listing => ids.Contains(listing.Id)).Select(listing => new
        {
            listing.Id,
            listing.Slug,
            listing.Culture,
            Title = listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(),
            Keepers = listing.Maintainers.Count,
            AskedOn = db.Set<ListingFreshness>().Where(row => row.ListingId == listing.Id).Select(row => row.AskedOn).FirstOrDefault(),
        }).ToDictionaryAsync(one => one.Id, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. groups.Where(group => said.ContainsKey(group.Id)).Select(group => (Group: group, Said: said[group.Id])).Select(one => new FreshGroupRow(
                one.Said.Slug, one.Said.Culture, one.Said.Title, one.Group.State, wording.Freshness(one.Group.Facts.AssuredOn, rule.Warns(one.Group.Facts)),
                one.Group.Facts.AssuredOn, one.Said.AskedOn is { } asked ? dates.Ago(asked) : null, one.Said.AskedOn, one.Said.Keepers)),
        ];
    }

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A row of the list.</summary>
/// <param name="Asked">When it was last asked, in words; null for never.</param>
internal sealed record FreshGroupRow(
    string Slug, string Culture, string Title, FreshnessState State, string Freshness, DateOnly? AssuredOn, string? Asked, DateOnly? AskedOn, int Keepers);
