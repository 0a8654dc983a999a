using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Takes in what the public says is wrong with a group's page.</summary>
internal sealed class ReportBox(PortalDbContext db, AuditLog audit, ReportNotices notices, TenantContext tenant, TimeProvider clock)
{
    private const int MostAboutOneAnHour = 5;
    private const int MostAnHour = 60;

    /// <summary>Keeps a report; false when there have been too many of late. The limit holds for all who report together, so no address of a visitor is kept.</summary>
    public async Task<bool> PutAsync(string listingId, NewReport given, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = now.AddHours(-1);
        var lately = await db.Set<ListingReport>().Where(report => report.At > since).GroupBy(report => report.ListingId == listingId)
            .Select(group => new { IsThis = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        if (lately.Sum(group => group.Count) >= MostAnHour || lately.Exists(group => group.IsThis && group.Count >= MostAboutOneAnHour)) return false;

        var report = new ListingReport { Id = Ids.New(clock), ListingId = listingId, At = now, Language = tenant.Language, Message = given.Message, ReplyTo = given.ReplyTo };
        db.Add(report);
        audit.Record("listing.reported", "listing", listingId);

        // Links to sign in are saved as they are made: all of it or nothing.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await notices.WriteAsync(report, given.Kind, given.Words, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Says that somebody has dealt with a report.</summary>
    public async Task<bool> FinishAsync(string id, CancellationToken cancellationToken)
    {
        if (await db.Set<ListingReport>().FindAsync([id], cancellationToken) is not { } report) return false;
        if (report.DoneAt is not null) return true;
        report.DoneAt = clock.GetUtcNow();
        audit.Record("report.done", "listing", report.ListingId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

/// <summary>What a reader reports.</summary>
/// <param name="Kind">One of the kinds offered: <c>closed</c>, <c>time</c>, <c>contact</c>, <c>other</c>.</param>
/// <param name="Message">All of it in the reader's language, as the list of reports shows it.</param>
/// <param name="Words">What they wrote themselves, if anything.</param>
/// <param name="ReplyTo">E-mail address for an answer, if they gave one.</param>
internal sealed record NewReport(string Kind, string Message, string? Words, string? ReplyTo);
