using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Services;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Pages.Manage.Imports;

/// <summary>One run: how far it is, what it found, and what is to become of that.</summary>
internal sealed class ImportRunModel(PortalDbContext db, ImportSources sources, RunReview review, FaultWords words, IStringLocalizer<ImportText> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ImportRun Run { get; private set; } = null!;

    public ImportSource Source { get; private set; } = null!;

    public IReadOnlyList<ReviewCount> Counts { get; private set; } = [];

    /// <summary>Lines that can still be put right here.</summary>
    public int ToPutRight { get; private set; }

    /// <summary>Changes that are decided and not yet in the directory.</summary>
    public int Decided { get; private set; }

    public int Open => Counts.Sum(count => count.Open);

    public bool IsAtWork => ImportRun.AtWork.Contains(Run.State);

    public int? Percent => Run is { State: RunState.Reading, BytesTotal: > 0 } ? (int)Math.Min(100, Run.BytesDone * 100 / Run.BytesTotal) : null;

    public string? Failure => words.Failure(Run);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<ImportRun>().AsNoTracking().SingleOrDefaultAsync(run => run.Id == Id, cancellationToken) is not { } run) return NotFound();
        Run = run;
        Source = (await sources.FindAsync(run.SourceId, cancellationToken))!;
        if (run.State == RunState.Mapping) return RedirectToPage("ImportColumns", new { id = Id });
        Counts = await review.CountAsync(Id, cancellationToken);
        ToPutRight = await db.Set<LineFault>().CountAsync(fault => fault.RunId == Id && fault.IsError && fault.FixedAt == null && fault.Cells != null, cancellationToken);
        Decided = await db.Set<StagedChange>().CountAsync(change => change.RunId == Id && change.Decision != Decision.Open && change.AppliedAt == null, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostApplyAsync(CancellationToken cancellationToken) => MoveAsync(RunState.Applying, [RunState.Review], "import.applied", cancellationToken);

    public Task<IActionResult> OnPostDropAsync(CancellationToken cancellationToken) => MoveAsync(RunState.Dropped, [RunState.Review, RunState.Waiting, RunState.Reading, RunState.Mapping], "import.dropped", cancellationToken);

    public Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken) => MoveAsync(RunState.Undoing, [RunState.Review, RunState.Done], "import.undone", cancellationToken);

    /// <summary>The answer to whether it is meant that so many go.</summary>
    public async Task<IActionResult> OnPostGoneAsync(bool hide, CancellationToken cancellationToken)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(run => run.Id == Id && run.State == RunState.Review, cancellationToken) is not { } run) return RedirectToPage(new { id = Id });
        run.AsksBeforeRemoving = false;
        await review.DecideAllAsync(run, RecordKind.Service, ChangeKind.Gone, hide ? Decision.Take : Decision.Leave, cancellationToken);
        return RedirectToPage(null, pageHandler: "", routeValues: new { id = Id });
    }

    private async Task<IActionResult> MoveAsync(RunState to, RunState[] from, string action, CancellationToken cancellationToken)
    {
        if (!await sources.MoveAsync(Id, to, from, action, cancellationToken)) TempData["Notice"] = texts["Run.Elsewhere"].Value;
        return RedirectToPage(null, pageHandler: "", routeValues: new { id = Id });
    }
}
