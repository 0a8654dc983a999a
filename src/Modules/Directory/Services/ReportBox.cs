using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Takes in what the public says is wrong with a group's page.</summary>
internal sealed class ReportBox(PortalDbContext db, AuditLog audit, Assignments assignments, SuggestionMail mail, TenantContext tenant, TimeProvider clock)
{
    private const int MostAboutOneAnHour = 5;
    private const int MostAnHour = 60;

    /// <summary>Keeps a report; false when there have been too many of late. The limit holds for all who report together, so no address of a visitor is kept.</summary>
    public async Task<bool> PutAsync(string listingId, string message, string? replyTo, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now.AddHours(-1);
        var lately = await db.Set<ListingReport>().Where(report => report.At > since).GroupBy(report => report.ListingId == listingId)
            .Select(group => new { IsThis = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        if (lately.Sum(group => group.Count) >= MostAnHour || lately.Exists(group => group.IsThis && group.Count >= MostAboutOneAnHour)) return false;

        db.Add(new ListingReport { Id = Ids.New(clock), ListingId = listingId, At = now, Language = tenant.Language, Message = message, ReplyTo = replyTo });
        audit.Record("listing.reported", "listing", listingId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Says that somebody has dealt with a report, and answers whoever sent it where they left an address; false when there is none or it is done.</summary>
    public async Task<bool> FinishAsync(string id, string? answer, CancellationToken cancellationToken)
    {
        if (await db.Set<ListingReport>().SingleOrDefaultAsync(row => row.Id == id && row.DoneAt == null, cancellationToken) is not { } report) return false;
        report.DoneAt = clock.GetUtcNow();
        audit.Record("report.done", "listing", report.ListingId, why: answer);
        await assignments.ForgetAsync(ReportSource.Name, id, cancellationToken);
        if (answer is not null && report.ReplyTo is { } address) await mail.AnswerReaderAsync(address, report.Language, report.ListingId, answer, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
