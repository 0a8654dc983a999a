using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Services;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Pages.Manage.Imports;

/// <summary>The staged changes of one kind, each with its difference, to be decided one by one or all at once.</summary>
internal sealed class ImportChangesModel(PortalDbContext db, ChangeReader reader, RunReview review, IStringLocalizer<ImportText> texts) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public ChangeKind Kind { get; set; }

    /// <summary><c>groups</c>, or <c>others</c> for organisations and places.</summary>
    [BindProperty(SupportsGet = true)]
    public string Of { get; set; } = "groups";

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    /// <summary>Decisions by the numbers of changes.</summary>
    [BindProperty]
    public Dictionary<string, string> Decisions { get; set; } = new(StringComparer.Ordinal);

    public ImportRun Run { get; private set; } = null!;

    public Page<ChangeInWords> Changes { get; private set; } = null!;

    public bool IsOpen => Run.State == RunState.Review;

    private IReadOnlyList<RecordKind> Records => Of == "others" ? [RecordKind.Organization, RecordKind.Location] : [RecordKind.Service];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(run => run.Id == Id, cancellationToken) is not { } run) return NotFound();
        Run = run;
        Changes = await reader.ReadAsync(run, Records, Kind, Number, PageSize, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await db.Set<ImportRun>().AnyAsync(run => run.Id == Id && run.State == RunState.Review, cancellationToken)) return Elsewhere();
        var decisions = new Dictionary<int, Decision>();
        foreach (var (number, decision) in Decisions)
        {
            if (int.TryParse(number, CultureInfo.InvariantCulture, out var parsed) && Enum.TryParse<Decision>(decision, out var wanted) && Enum.IsDefined(wanted)) decisions[parsed] = wanted;
        }

        await review.DecideAsync(Id, decisions, cancellationToken);
        TempData["Notice"] = texts["Changes.Saved"].Value;
        return Again();
    }

    public async Task<IActionResult> OnPostAllAsync(Decision decision, CancellationToken cancellationToken)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(run => run.Id == Id && run.State == RunState.Review, cancellationToken) is not { } run) return Elsewhere();
        foreach (var record in Records) await review.DecideAllAsync(run, record, Kind, decision, cancellationToken);
        TempData["Notice"] = texts["Changes.Saved"].Value;
        return Again();
    }

    private RedirectToPageResult Elsewhere()
    {
        TempData["Notice"] = texts["Run.Elsewhere"].Value;
        return RedirectToPage("ImportRun", new { id = Id });
    }

    private RedirectToPageResult Again() => RedirectToPage(null, pageHandler: "", routeValues: new { id = Id, kind = Kind, of = Of, number = Number });
}
