using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Security;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Reports;

namespace Portal.Signposting.Pages.Reports;

/// <summary>The reports of the service: choose a time, look, print, take away. Its address can be sent to a colleague who may see reports.</summary>
internal sealed class ReportPageModel(ReportDesk desk, ReportWords names, ReportMap map, IPermissions permissions, DateWords dates, IStringLocalizer<ReportText> words) : PageModel
{
    /// <summary>Key of the period, see <see cref="ReportPeriod.Key"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "period")]
    public string? Period { get; set; }

    /// <summary>Id of a team; null or empty for the whole service.</summary>
    [BindProperty(SupportsGet = true, Name = "team")]
    public string? Team { get; set; }

    public ReportChoices Choices { get; private set; } = new([], [], default);

    public Report? Report { get; private set; }

    /// <summary>Whether the reader has the rooms of the workspace.</summary>
    public bool IsWorker { get; private set; }

    /// <summary>Points for the map as JSON; null where none is known.</summary>
    public string? MapPoints { get; private set; }

    public string CsvAddress => Url.Page(null, "Csv", new { period = Period, team = TeamId })!;

    public IEnumerable<SelectListItem> PeriodItems => Choices.Periods.Select(period => new SelectListItem(names.Name(period), period.Key));

    public IEnumerable<SelectListItem> TeamItems => Choices.Teams.Select(team => new SelectListItem(team.Name, team.Id)).Prepend(new SelectListItem(words["WholeService"], ""));

    private string? TeamId => string.IsNullOrEmpty(Team) ? null : Team;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Choices = await desk.ChoicesAsync(cancellationToken);
        IsWorker = await permissions.HasAsync(User, SignpostingPermissions.UseWorkspace);
        if (string.IsNullOrEmpty(Period)) return Page();
        Report = await desk.OpenAsync(Period, TeamId, isExport: false, cancellationToken);
        if (Report is null) return NotFound();
        MapPoints = await map.PointsAsync(Report, cancellationToken);
        return Page();
    }

    /// <summary>The report as a spreadsheet.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (Period is null || await desk.OpenAsync(Period, TeamId, isExport: true, cancellationToken) is not { } report) return NotFound();
        return File(await ReportCsv.WriteAsync(report, dates.Today, words), "text/csv", $"report-{report.Period.Key}.csv");
    }
}
