using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;
using Portal.OpenReferral.Imports.Services;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Pages.Manage.Imports;

/// <summary>The lines that were not right: those of a spreadsheet can be put right here and are read again.</summary>
internal sealed class ImportLinesModel(PortalDbContext db, ImportSources sources, FeedReading reading, RowFixer fixer, FaultWords words, IStringLocalizer<ImportText> texts) : PageModel
{
    private const int PageSize = 10;
    private const int MostNotes = 100;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? FaultId { get; set; }

    [BindProperty]
    public List<string?> Cells { get; set; } = [];

    public ImportRun Run { get; private set; } = null!;

    public ImportSource Source { get; private set; } = null!;

    public SheetHead? Head { get; private set; }

    public Page<LineFault> Errors { get; private set; } = null!;

    public IReadOnlyList<LineFault> Notes { get; private set; } = [];

    /// <summary>What is still not right about the line that was just sent.</summary>
    public IReadOnlyList<string> StillWrong { get; private set; } = [];

    public bool CanPutRight => Head is not null && Run.State == RunState.Review;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (await FindAsync(cancellationToken) is not { } fault || !CanPutRight) return Again("Run.Elsewhere");
        var wrong = await fixer.FixAsync(Source, Run, fault, [.. Cells.Select(cell => cell ?? "")], cancellationToken);
        if (wrong.Count == 0) return Again("Lines.Fixed");
        db.DiscardChanges();
        StillWrong = [.. wrong.Select(one => words.Say(one.Reason, one.Values))];
        foreach (var sentence in StillWrong) ModelState.AddModelError($"Cells-{fault.Id}-0", sentence);
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (await FindAsync(cancellationToken) is not { } fault) return Again("Run.Elsewhere");
        await fixer.LeaveAsync(Run, fault, cancellationToken);
        return Again("Lines.Left");
    }

    public string Say(LineFault fault) => words.Say(fault);

    /// <summary>What stands in a cell: what was just typed, or what is in the file.</summary>
    public string? CellOf(LineFault fault, int place)
        => fault.Id == FaultId && StillWrong.Count > 0 ? (place < Cells.Count ? Cells[place] : null) : place < fault.Cells!.Count ? fault.Cells[place] : null;

    private Task<LineFault?> FindAsync(CancellationToken cancellationToken)
        => db.Set<LineFault>().SingleOrDefaultAsync(fault => fault.Id == FaultId && fault.RunId == Id && fault.IsError && fault.FixedAt == null && fault.Cells != null, cancellationToken);

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(run => run.Id == Id, cancellationToken) is not { } run) return false;
        (Run, Source) = (run, (await sources.FindAsync(run.SourceId, cancellationToken))!);
        if (Source.Kind == SourceKind.Csv) Head = await reading.HeadAsync(Id, cancellationToken);
        return true;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Errors = await db.Set<LineFault>().AsNoTracking().Where(fault => fault.RunId == Id && fault.IsError && fault.FixedAt == null).OrderBy(fault => fault.Line).ThenBy(fault => fault.Id).ToPageAsync(Number, PageSize, cancellationToken);
        Notes = await db.Set<LineFault>().AsNoTracking().Where(fault => fault.RunId == Id && !fault.IsError).OrderBy(fault => fault.Line).ThenBy(fault => fault.Id).Take(MostNotes).ToListAsync(cancellationToken);
    }

    private RedirectToPageResult Again(string noticeKey)
    {
        TempData["Notice"] = texts[noticeKey].Value;
        return RedirectToPage(null, pageHandler: "", routeValues: new { id = Id, number = Number });
    }
}
