using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Data;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>What the public says is wrong, the oldest first, until somebody has dealt with it.</summary>
internal sealed class ReportsModel(PortalDbContext db, ReportBox reports, IStringLocalizer<DirectoryText> texts) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<OpenReport> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Reports = await db.Set<ListingReport>().AsNoTracking().Where(report => report.DoneAt == null)
            .OrderBy(report => report.At).Take(Most)
            .Join(
                db.Set<Listing>(), report => report.ListingId, listing => listing.Id,
                (report, listing) => new OpenReport(
                    report.Id, report.At, report.Message, report.Language, report.ReplyTo, listing.Slug,
                    listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First()))
            .ToListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await reports.FinishAsync(id, cancellationToken)) return NotFound();
        TempData["Notice"] = texts["Reports.Finished"].Value;
        return RedirectToPage();
    }
}

/// <summary>A report that waits.</summary>
internal sealed record OpenReport(string Id, DateTimeOffset At, string Message, string Language, string? ReplyTo, string Slug, string Title);
