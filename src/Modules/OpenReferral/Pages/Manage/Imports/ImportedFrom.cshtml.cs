using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Services;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.OpenReferral.Pages.Manage.Imports;

/// <summary>One source: its runs, a new one, what is told of it, and what was corrected here.</summary>
[RequestSizeLimit(ImportFiles.MaxLength), RequestFormLimits(MultipartBodyLengthLimit = ImportFiles.MaxLength)]
internal sealed class ImportedFromModel(PortalDbContext db, ImportSources sources, Corrections corrections, CurrentActor actor, IStringLocalizer<ImportText> texts) : PageModel
{
    private const int MostRuns = 20;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Publisher { get; set; }

    [BindProperty]
    public string? Licence { get; set; }

    [BindProperty]
    public string? LicenceUrl { get; set; }

    [BindProperty]
    public string? Rhythm { get; set; }

    public ImportSource Source { get; private set; } = null!;

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    public int Groups { get; private set; }

    public IEnumerable<SelectListItem> Rhythms => Enum.GetNames<Rhythm>().Select(rhythm => new SelectListItem(texts["Rhythm." + rhythm], rhythm));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        (Name, Address, Publisher, Licence, LicenceUrl, Rhythm) = (Source.Name, Source.Address, Source.Publisher, Source.Licence, Source.LicenceUrl, Source.Rhythm.ToString());
        return Page();
    }

    /// <summary>Reads the source again: the file that was brought, or its feed.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        if (Source.Address is null && Upload is not { Length: > 0 }) ModelState.AddModelError(nameof(Upload), texts["Add.FileMissing"]);
        else if (Upload is not null && Source.Kind == SourceKind.Csv && !AddImportModel.IsSheet(Upload.FileName)) ModelState.AddModelError(nameof(Upload), texts["Add.NotCsv"]);
        if (!ModelState.IsValid) return await OnGetAsync(cancellationToken);
        if (Runs.Any(run => run.State is RunState.Reading or RunState.Applying or RunState.Undoing))
        {
            TempData["Notice"] = texts["From.Busy"].Value;
            return RedirectToPage(null, pageHandler: "", routeValues: new { id = Id });
        }

        await using var file = Upload is { Length: > 0 } ? Upload.OpenReadStream() : null;
        var run = await sources.StartAsync(Source, actor.Name, file is null ? null : Path.GetFileName(Upload!.FileName), file, cancellationToken);
        return RedirectToPage(run.State == RunState.Mapping ? "ImportColumns" : "ImportRun", new { id = run.Id });
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        Name = Name?.Trim();
        if (string.IsNullOrEmpty(Name)) ModelState.AddModelError(nameof(Name), texts["Add.NameMissing"]);
        else if (await sources.IsTakenAsync(Name, Id, cancellationToken)) ModelState.AddModelError(nameof(Name), texts["Add.NameTaken"]);
        if (Source.Address is not null && !AddImportModel.IsFeed(Address)) ModelState.AddModelError(nameof(Address), texts["Add.AddressUnclear"]);
        if (!string.IsNullOrWhiteSpace(LicenceUrl) && !AddImportModel.IsWeb(LicenceUrl)) ModelState.AddModelError(nameof(LicenceUrl), texts["Add.AddressUnclear"]);
        if (!ModelState.IsValid) return Page();
        await sources.ChangeAsync(
            Source,
            source =>
            {
                (source.Name, source.Publisher, source.Licence, source.LicenceUrl) = (Name!, Text(Publisher), Text(Licence), Text(LicenceUrl));
                if (source.Address is null) return;
                source.Address = Address!.Trim();
                source.Rhythm = Enum.TryParse<Rhythm>(Rhythm, out var rhythm) && Enum.IsDefined(rhythm) ? rhythm : source.Rhythm;
            },
            cancellationToken);
        TempData["Notice"] = texts["From.Saved"].Value;
        return RedirectToPage(null, pageHandler: "", routeValues: new { id = Id });
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        await sources.RemoveAsync(Source, cancellationToken);
        TempData["Notice"] = texts["From.Removed"].Value;
        return RedirectToPage("Imports");
    }

    /// <summary>What was corrected here, as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCorrectionsAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken)) return NotFound();
        var buffer = new MemoryStream();
        await corrections.WriteCsvAsync(Id, buffer, cancellationToken);
        return File(buffer.ToArray(), "text/csv", "corrections.csv");
    }

    /// <summary>What was corrected here, for programs.</summary>
    public async Task<IActionResult> OnGetCorrectionsJsonAsync(CancellationToken cancellationToken)
        => await ReadAsync(cancellationToken) ? new JsonResult(corrections.ReadAsync(Id, cancellationToken), PortalJson.Indented) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(Id, cancellationToken) is not { } source) return false;
        Source = source;
        Runs = await db.Set<ImportRun>().AsNoTracking().Where(run => run.SourceId == Id).OrderByDescending(run => run.StartedAt).Take(MostRuns).ToListAsync(cancellationToken);
        Groups = await db.Set<ImportRecord>().CountAsync(record => record.SourceId == Id && record.Kind == RecordKind.Service && record.State == RecordState.Live, cancellationToken);
        return true;
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
