using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>What a reader says is wrong with a page: put it right, answer, done.</summary>
internal sealed class ReportModel(
    PortalDbContext db, ReportBox reports, Assignments assignments, GroupAccess access, CurrentActor actor, IStringLocalizer<ModerationText> texts) : PageModel
{
    private const int LongestAnswer = 2000;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Answer { get; set; }

    public ReportShown Report { get; private set; } = null!;

    public AssignmentForm Assignment { get; private set; } = null!;

    public bool ManagesAll { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var answer = TypedText.Clean(Answer);
        if (answer?.Length > LongestAnswer) ModelState.AddModelError(nameof(Answer), texts["Decide.MessageLong", LongestAnswer]);
        if (!ModelState.IsValid) return Page();
        TempData["Notice"] = texts[await reports.FinishAsync(Id, answer, cancellationToken) ? "Report.Finished" : "Report.Faster"].Value;
        return Redirect(Url.Content("~/manage/moderation"));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await db.Set<ListingReport>().AsNoTracking().Where(report => report.Id == Id)
            .Join(
                db.Set<Listing>(), report => report.ListingId, listing => listing.Id,
                (report, listing) => new ReportShown(
                    report.Id, report.At, report.Message, report.Language, report.ReplyTo, report.DoneAt, listing.Slug,
                    listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(), listing.Culture))
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return false;
        Report = found;
        ManagesAll = await access.ManagesAllAsync();
        Assignment = await AssignmentForm.ReadAsync(assignments, actor, ReportSource.Name, Id, cancellationToken);
        return true;
    }
}

/// <summary>A report as its page shows it.</summary>
internal sealed record ReportShown(
    string Id, DateTimeOffset At, string Message, string Language, string? ReplyTo, DateTimeOffset? DoneAt, string Slug, string Title, string TextLanguage);
