using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Reports;
using Figures = Portal.Signposting.Domain.Reports.Population;

namespace Portal.Signposting.Pages.Manage.Population;

/// <summary>Figures of who lives here: pasted or typed, looked at, then used.</summary>
internal sealed class PopulationPageModel(PopulationDesk desk, ReportWords names, IStringLocalizer<ReportText> words) : PageModel
{
    [BindProperty]
    public string? Source { get; set; }

    /// <summary>The figures as typed, one on each line.</summary>
    [BindProperty]
    public string? Lines { get; set; }

    /// <summary>Fingerprint of the figures the page showed.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public Figures Now { get; private set; } = new();

    /// <summary>What is typed, once it can be read: shown before it is used.</summary>
    public Figures? Preview { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        (Source, Lines) = (Now.Source, PopulationLines.Write(Now));
    }

    /// <summary>Shows how it would be. Saves nothing.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        Preview = Typed();
        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Goes back to the form with what is typed.</summary>
    public async Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (Typed() is not { } typed)
        {
            await ReadAsync(cancellationToken);
            return Page();
        }

        if (await desk.ReplaceAsync(typed, Seen, cancellationToken) is not { } changed)
        {
            ModelState.Remove(nameof(Seen));
            await ReadAsync(cancellationToken);
            ModelState.AddModelError(nameof(Lines), words["Population.ChangedMeanwhile"]);
            return Page();
        }

        TempData["Notice"] = words[changed ? "Population.Saved" : "Population.Unchanged"].Value;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken)
    {
        TempData["Notice"] = words[await desk.UndoAsync(cancellationToken) ? "Population.Undone" : "Population.Unchanged"].Value;
        return RedirectToPage();
    }

    public string NameOf(string dimension) => words["Table." + Figures.Dimensions[dimension]];

    public string NameOf(string dimension, string value) => names.Value(Figures.Dimensions[dimension], value, new PathwaySettings(), kind => kind);

    /// <summary>What is typed; null, with errors beside the fields, when it cannot be used.</summary>
    private Figures? Typed()
    {
        var (source, lines) = (Source?.Trim() ?? "", Lines ?? "");
        if (source.Length == 0) ModelState.AddModelError(nameof(Source), words["Population.SourceMissing"]);
        if (source.Length > Figures.LongestSource) ModelState.AddModelError(nameof(Source), words["Population.SourceLong", Figures.LongestSource]);
        if (lines.Length > PopulationLines.Longest)
        {
            ModelState.AddModelError(nameof(Lines), words["Population.Long", PopulationLines.Longest]);
            return null;
        }

        var (figures, faults) = PopulationLines.Read(lines);
        foreach (var fault in faults) ModelState.AddModelError(nameof(Lines), words[fault.TextKey, fault.Line, fault.Value]);
        if (figures.Count == 0 && faults.Count == 0) ModelState.AddModelError(nameof(Lines), words["Population.Missing"]);
        return ModelState.IsValid ? new Figures { Source = source, Figures = figures } : null;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Now = await desk.ReadAsync(cancellationToken);
        Seen ??= PopulationDesk.FingerprintOf(Now);
        if (!ModelState.ContainsKey(nameof(Seen))) Seen = PopulationDesk.FingerprintOf(Now);
    }
}
