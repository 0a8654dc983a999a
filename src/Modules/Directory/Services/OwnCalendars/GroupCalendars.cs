using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Web;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>Keeps what the calendars of groups say: reads them when it is time, and when somebody names one.</summary>
internal sealed class GroupCalendars(PortalDbContext db, CalendarFetcher fetcher, ListingIndexer indexer, EventBus events, AuditLog audit, TimeProvider clock)
{
    /// <summary>Kind of thing in the audit trail.</summary>
    public const string AuditKind = "group-calendar";

    /// <summary>Calendars read in one round, so that a round takes minutes at worst, and at a time.</summary>
    private const int MostInRound = 60, AtATime = 6;

    private static readonly TimeSpan usually = TimeSpan.FromHours(4);
    private static readonly TimeSpan longestPause = TimeSpan.FromHours(24);

    public Task<GroupCalendar?> FindAsync(string listingId, CancellationToken cancellationToken)
        => db.Set<GroupCalendar>().AsNoTracking().SingleOrDefaultAsync(calendar => calendar.ListingId == listingId, cancellationToken);

    /// <summary>Names the calendar of a group, and reads it at once; null takes it away, and the group's dates come from its schedules again.</summary>
    public async Task SetAsync(string listingId, string? address, CancellationToken cancellationToken)
    {
        var calendar = await db.Set<GroupCalendar>().SingleOrDefaultAsync(known => known.ListingId == listingId, cancellationToken);
        if (!audit.Record("calendar.changed", AuditKind, listingId, new { calendar?.Address }, new { Address = address })) return;
        if (address is null) db.Remove(calendar!);
        else if (calendar is null) db.Add(new GroupCalendar { ListingId = listingId, Address = address, NextTryAt = clock.GetUtcNow() });
        else
        {
            // The dates of the old one stay until the new one could be read.
            (calendar.Address, calendar.NextTryAt, calendar.ETag, calendar.LastModified, calendar.WorkedOutAt) = (address, clock.GetUtcNow(), null, null, null);
            (calendar.Failure, calendar.Failures, calendar.Faults) = (null, 0, []);
        }

        await PublishAsync(listingId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (address is not null) await ReadNowAsync(listingId, cancellationToken);
    }

    /// <summary>Reads a calendar though it is not yet time.</summary>
    public async Task ReadNowAsync(string listingId, CancellationToken cancellationToken)
    {
        if (await FindAsync(listingId, cancellationToken) is { } calendar) await KeepAsync(calendar, await fetcher.FetchAsync(calendar, cancellationToken), cancellationToken);
    }

    /// <summary>Reads the calendars whose time has come; returns how many.</summary>
    public async Task<int> ReadDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<GroupCalendar>().AsNoTracking().Where(calendar => calendar.NextTryAt <= now).OrderBy(calendar => calendar.NextTryAt).Take(MostInRound).ToListAsync(cancellationToken);
        foreach (var some in due.Chunk(AtATime))
        {
            var fetched = await Task.WhenAll(some.Select(calendar => fetcher.FetchAsync(calendar, cancellationToken)));
            foreach (var (calendar, answer) in some.Zip(fetched)) await KeepAsync(calendar, answer, cancellationToken);
        }

        return due.Count;
    }

    /// <summary>Keeps what came. What pages show is saved as a change; that it was looked at again and nothing is new, without one.</summary>
    private async Task KeepAsync(GroupCalendar asked, FetchedCalendar fetched, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var calendar = await db.Set<GroupCalendar>().SingleOrDefaultAsync(known => known.ListingId == asked.ListingId, cancellationToken);
        // Somebody named another one, or none, while this one was being read.
        if (calendar is null || calendar.Address != asked.Address) return;

        var before = Said(calendar);
        Take(calendar, fetched);
        if (audit.Record("calendar.read", AuditKind, calendar.ListingId, before, Said(calendar)))
        {
            await PublishAsync(calendar.ListingId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        db.DiscardChanges();
        await db.Set<GroupCalendar>().Where(known => known.ListingId == calendar.ListingId).ExecuteUpdateAsync(
            row => row.SetProperty(known => known.TriedAt, calendar.TriedAt).SetProperty(known => known.ReadAt, calendar.ReadAt).SetProperty(known => known.WorkedOutAt, calendar.WorkedOutAt)
                .SetProperty(known => known.NextTryAt, calendar.NextTryAt).SetProperty(known => known.Failures, calendar.Failures).SetProperty(known => known.ETag, calendar.ETag)
                .SetProperty(known => known.LastModified, calendar.LastModified),
            cancellationToken);
    }

    private void Take(GroupCalendar calendar, FetchedCalendar fetched)
    {
        var now = clock.GetUtcNow();
        calendar.TriedAt = now;
        switch (fetched)
        {
            case { Answer.Result: OutboundResult.NotModified }:
                break;
            case { Reading: { IsTrustworthy: true } reading, Answer: var answer }:
                (calendar.Dates, calendar.Faults, calendar.WorkedOutAt) = (reading.Dates, reading.Faults, now);
                (calendar.ETag, calendar.LastModified) = (answer.ETag is { Length: <= 300 } tag ? tag : null, answer.LastModified);
                break;
            case { Reading: { } reading }:
                Fail(reading.IsCalendar ? "Broken" : "NoCalendar", reading.Faults);
                return;
            case { Answer: { Result: OutboundResult.BadStatus, Status: 404 or 410 } }:
                Fail("Gone", []);
                return;
            case { Answer: { Result: OutboundResult.BadStatus, Status: 401 or 403 } }:
                Fail("Locked", []);
                return;
            default:
                Fail(fetched.Answer.Result.ToString(), []);
                return;
        }

        (calendar.ReadAt, calendar.NextTryAt, calendar.Failure, calendar.Failures) = (now, now + usually, null, 0);

        // What was read last stays; the pauses get longer, so that a site that is in trouble is left in peace.
        void Fail(string why, IReadOnlyList<CalendarFault> faults)
        {
            (calendar.Failure, calendar.Faults, calendar.Failures) = (why, faults, calendar.Failures + 1);
            var pause = TimeSpan.FromHours(Math.Pow(2, Math.Min(calendar.Failures - 1, 5)));
            calendar.NextTryAt = now + (pause < longestPause ? pause : longestPause);
        }
    }

    private async Task PublishAsync(string listingId, CancellationToken cancellationToken)
    {
        if (await db.FindListingAsync(listingId, cancellationToken) is not { } listing) return;
        await events.PublishAsync(new ListingChanged(listingId), cancellationToken);
        await indexer.IndexAsync(listing, cancellationToken);
    }

    /// <summary>What pages show of it. That the nearest of the dates is over is no change.</summary>
    private object Said(GroupCalendar calendar)
    {
        var yesterday = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);
        return new { calendar.Failure, calendar.Faults, WasRead = calendar.ReadAt is not null, Dates = calendar.Dates.Where(date => date.Date > yesterday).ToList() };
    }
}
