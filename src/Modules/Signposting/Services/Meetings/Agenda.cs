using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Meetings;

/// <summary>Somebody to be talked about, or who was.</summary>
/// <param name="Flag">Why a worker wanted it; empty for none.</param>
/// <param name="Item">What the meeting said so far; null for nothing.</param>
internal sealed record AgendaPerson(
    string Id, string Name, IReadOnlyList<string> Reasons, string Flag, string? FlaggedBy, PathwayStage Stage, int DaysInStage, NextStep? Next, string? WorkerName, MeetingItem? Item);

/// <summary>The people of one meeting.</summary>
/// <param name="More">How many more there would be than are shown.</param>
internal sealed record AgendaList(IReadOnlyList<AgendaPerson> People, int More);

/// <summary>
/// Fills the agenda of a meeting by <see cref="AgendaRule"/>. Of the whole team only plain columns are read; sealed values are opened for those whose record
/// changed since the last meeting (for new risks) and for those shown.
/// </summary>
internal sealed class Agenda(PortalDbContext db, PersonAccess access, PathwayRules rules, PrivateText texts, IUsers users, DateWords dates)
{
    private const int Most = 100;

    /// <summary>The agenda of a meeting that is still to come or going on; of one that has ended, those who were talked about.</summary>
    public async Task<AgendaList> ReadAsync(TeamMeeting meeting, CancellationToken cancellationToken)
    {
        var settings = await rules.ReadAsync(cancellationToken);
        var items = await db.Set<MeetingItem>().AsNoTracking().Where(item => item.MeetingId == meeting.Id).ToDictionaryAsync(item => item.PersonId, StringComparer.Ordinal, cancellationToken);
        var reasons = meeting.ClosedAt is null ? await ReasonsAsync(meeting, settings, cancellationToken) : [];
        var ids = items.Keys.Concat(reasons.Keys.Where(id => !items.ContainsKey(id))).ToList();
        var shown = ids.Take(Math.Max(Most, items.Count)).ToList();
        var rows = await (await access.VisibleAsync()).AsNoTracking().Where(person => shown.Contains(person.Id))
            .Select(person => new { person.Id, person.SealedWho, person.SealedFlag, person.FlaggedBy, person.Stage, person.StageSince, person.NextKind, person.NextOn, person.NextWorkerId, person.SealedNextNote, person.WorkerId })
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
        var names = await users.FindAsync([.. rows.Values.SelectMany(row => new[] { row.WorkerId, row.FlaggedBy }).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        return new AgendaList(
            [
                .. shown.Where(rows.ContainsKey).Select(id =>
                {
                    var (row, item) = (rows[id], items.GetValueOrDefault(id));
                    return new AgendaPerson(
                        id,
                        SectionJson.Read<Who>(texts.Open(row.SealedWho!, id, nameof(Person.SealedWho)))!.FullName,
                        item?.Reasons ?? [.. reasons[id].Select(reason => reason.ToString())],
                        row.SealedFlag is null ? "" : texts.Open(row.SealedFlag, id, nameof(Person.SealedFlag)),
                        row.FlaggedBy is { } by ? names.GetValueOrDefault(by)?.Name : null,
                        settings.Find(row.Stage),
                        dates.Today.DayNumber - dates.DateOf(row.StageSince).DayNumber,
                        row.NextOn is { } on ? new NextStep(row.NextKind!, on, row.NextWorkerId, row.SealedNextNote is null ? "" : texts.Open(row.SealedNextNote, id, nameof(Person.SealedNextNote))) : null,
                        row.WorkerId is { } worker ? names.GetValueOrDefault(worker)?.Name : null,
                        item);
                }),
            ],
            ids.Count - shown.Count);
    }

    /// <summary>Why one person is on the agenda now; empty for who is not.</summary>
    public async Task<IReadOnlyList<string>> ReasonsOfAsync(TeamMeeting meeting, string personId, CancellationToken cancellationToken)
        => (await ReasonsAsync(meeting, await rules.ReadAsync(cancellationToken), cancellationToken)).TryGetValue(personId, out var reasons) ? [.. reasons.Select(reason => reason.ToString())] : [];

    /// <summary>Who is to be talked about, those a worker asked for first, then with the most reasons, then who waits longest.</summary>
    private async Task<Dictionary<string, List<AgendaReason>>> ReasonsAsync(TeamMeeting meeting, PathwaySettings settings, CancellationToken cancellationToken)
    {
        var people = (await access.InCareAsync()).AsNoTracking().Where(person => person.TeamId == meeting.TeamId);
        var risky = await WithNewRiskAsync(people, meeting, cancellationToken);
        var rows = await people.Select(person => new { person.Id, person.Stage, person.StageSince, person.NextOn, person.PausedUntil, person.LastReachedOn, person.WaitingSince, person.FlaggedAt }).ToListAsync(cancellationToken);
        return rows
            .Select(row => (row.Id, row.WaitingSince, Reasons: AgendaRule.ReasonsFor(
                new AgendaFacts(settings.Find(row.Stage), dates.DateOf(row.StageSince), row.NextOn, row.PausedUntil, row.LastReachedOn, dates.DateOf(row.WaitingSince), row.FlaggedAt is not null, risky.Contains(row.Id)),
                settings,
                dates.Today).ToList()))
            .Where(person => person.Reasons.Count > 0)
            .OrderByDescending(person => person.Reasons.Contains(AgendaReason.Flagged)).ThenByDescending(person => person.Reasons.Count).ThenBy(person => person.WaitingSince).ThenBy(person => person.Id, StringComparer.Ordinal)
            .ToDictionary(person => person.Id, person => person.Reasons, StringComparer.Ordinal);
    }

    private async Task<HashSet<string>> WithNewRiskAsync(IQueryable<Person> people, TeamMeeting meeting, CancellationToken cancellationToken)
    {
        var last = await db.Set<TeamMeeting>().Where(other => other.TeamId == meeting.TeamId && other.ClosedAt != null && other.Id != meeting.Id).OrderByDescending(other => other.ClosedAt).Select(other => other.ClosedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var usual = dates.Today.AddDays(-TeamMeeting.UsualWeeks * 7).ToDateTime(TimeOnly.MinValue);
        var since = last ?? new DateTimeOffset(usual, dates.Zone.GetUtcOffset(usual));
        var (sinceDay, risky) = (dates.DateOf(since), new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in await people.Where(person => person.ChangedAt >= since && person.SealedRisks != null).Select(person => new { person.Id, person.SealedRisks }).ToListAsync(cancellationToken))
        {
            var risks = SectionJson.Read<Risks>(texts.Open(row.SealedRisks!, row.Id, nameof(Person.SealedRisks)))!;
            if (risks.Present.Any(risk => risk.Since.Value >= sinceDay)) risky.Add(row.Id);
        }

        return risky;
    }
}
