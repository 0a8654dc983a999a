using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;
using Portal.OpenReferral.Imports.Services;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Pages.Manage.Imports;

/// <summary>What each column of a spreadsheet means: guessed, put right here, with the first rows as they would be taken.</summary>
internal sealed class ImportColumnsModel(PortalDbContext db, ImportSources sources, FeedReading reading, RowPreview preview, IStringLocalizer<ImportText> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The field chosen for each column; empty for a column that is left out.</summary>
    [BindProperty]
    public List<string?> Fields { get; set; } = [];

    public ImportRun Run { get; private set; } = null!;

    public ImportSource Source { get; private set; } = null!;

    public SheetHead? Head { get; private set; }

    public IReadOnlyList<PreviewedRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (Run.State is not (RunState.Mapping or RunState.Review)) return RedirectToPage("ImportRun", new { id = Id });
        if (Head is { } head) Fields = [.. Source.Mapping.Count > 0 ? SheetReader.Columns(head.Headings, Source.Mapping) : SheetReader.Guess(head.Headings).Select(column => column.Field)];
        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>Shows the first rows by what is chosen now, without keeping it.</summary>
    public async Task<IActionResult> OnPostSeeAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (Head is null || !Fields.Contains(SheetFields.Name, StringComparer.Ordinal)) ModelState.AddModelError("Fields[0]", texts["Columns.NameMissing"]);
        if (!ModelState.IsValid)
        {
            await ShowAsync(cancellationToken);
            return Page();
        }

        var mapping = Mapping();
        await sources.ChangeAsync(Source, source => source.Mapping = mapping, cancellationToken);
        await RestartAsync(cancellationToken);
        return RedirectToPage("ImportRun", new { id = Id });
    }

    private IReadOnlyList<ColumnMeaning> Mapping()
        => [.. Head!.Headings.Select((heading, place) => new ColumnMeaning(heading, place < Fields.Count && SheetFields.All.Contains(Fields[place] ?? "", StringComparer.Ordinal) ? Fields[place] : null))];

    /// <summary>Reads the file from its beginning by the new meaning. What was staged by the old one is thrown away.</summary>
    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        if (Run.Applied > 0) return;
        await db.Set<StagedChange>().Where(change => change.RunId == Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<LineFault>().Where(fault => fault.RunId == Id).ExecuteDeleteAsync(cancellationToken);
        Run.Restart();
        await db.SaveChangesAsync(cancellationToken);
        await sources.MoveAsync(Id, RunState.Waiting, [RunState.Mapping, RunState.Review], "import.mapped", cancellationToken);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(run => run.Id == Id, cancellationToken) is not { } run) return false;
        if (await sources.FindAsync(run.SourceId, cancellationToken) is not { Kind: SourceKind.Csv } source) return false;
        (Run, Source) = (run, source);
        Head = await reading.HeadAsync(Id, cancellationToken);
        return true;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Choices = [new SelectListItem(texts["Columns.LeaveOut"], ""), .. SheetFields.All.Select(field => new SelectListItem(texts["Column." + field], field))];
        if (Head is { } head) Rows = await preview.ReadAsync(Source, head, Mapping(), cancellationToken);
    }
}
