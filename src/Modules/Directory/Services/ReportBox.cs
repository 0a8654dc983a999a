using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Takes in what the public says is wrong with a group's page.</summary>
internal sealed class ReportBox(
    PortalDbContext db, AuditLog audit, ReportNotices notices, GroupAccess access, Assignments assignments, SuggestionMail mail, TenantContext tenant, TimeProvider clock)
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

    /// <summary>Keeps what somebody who keeps the page asks of the moderators, and nobody else is told.</summary>
    public async Task KeepAsync(string listingId, string message, CancellationToken cancellationToken)
    {
        db.Add(new ListingReport
        {
            Id = Ids.New(clock),
            ListingId = listingId,
            At = clock.GetUtcNow(),
            Language = tenant.Language,
            Message = message,
            ReplyTo = await access.EmailAsync(cancellationToken),
        });
        audit.Record("listing.reported", "listing", listingId);
        await db.SaveChangesAsync(cancellationToken);
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

/// <summary>What a reader reports.</summary>
/// <param name="Kind">One of the kinds offered: <c>closed</c>, <c>time</c>, <c>contact</c>, <c>other</c>.</param>
/// <param name="Message">All of it in the reader's language, as the list of reports shows it.</param>
/// <param name="Words">What they wrote themselves, if anything.</param>
/// <param name="ReplyTo">E-mail address for an answer, if they gave one.</param>
internal sealed record NewReport(string Kind, string Message, string? Words, string? ReplyTo);
