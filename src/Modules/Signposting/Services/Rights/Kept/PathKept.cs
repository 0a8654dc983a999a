using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>The person's way through the service: what happened, what is next, and what the team said of them.</summary>
internal sealed class PathKept(PortalDbContext db, PathwayRules rules, PathwayWords way, PrivateText texts, DateWords dates, IStringLocalizer<RightsText> words) : IKeptOnPeople
{
    public int Order => 2;

    /// <summary>What a meeting noted as a whole concerns nobody alone, so it is not in anybody's file and stays.</summary>
    public IReadOnlyList<Type> Kinds { get; } = [typeof(PathwayEntry), typeof(MeetingItem), typeof(TeamMeeting)];

    public async Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var (person, settings) = (file.Person, await rules.ReadAsync(cancellationToken));
        var entries = await db.Set<PathwayEntry>().IgnoreQueryFilters().AsNoTracking().Where(entry => entry.PersonId == person.Id).OrderBy(entry => entry.On).ThenBy(entry => entry.At).ToListAsync(cancellationToken);
        var said = await db.Set<MeetingItem>().AsNoTracking().Where(item => item.PersonId == person.Id)
            .Join(db.Set<TeamMeeting>(), item => item.MeetingId, meeting => meeting.Id, (item, meeting) => new { meeting.On, Item = item }).OrderBy(row => row.On).ToListAsync(cancellationToken);
        var gone = await MergesKept.IdsAsync(db, person.Id, cancellationToken);
        var joined = await db.Set<Person>().AsNoTracking().Where(other => gone.Contains(other.Id)).ToListAsync(cancellationToken);
        var rows = new List<SectionRow> { new(words["File.Stage"], way.Name(settings.Find(person.Stage)), IsTyped: false) };
        rows.AddRange(joined.Prepend(person).SelectMany(InWords));
        rows.AddRange(entries.Select(entry => new SectionRow(dates.Date(entry.On), Lines(way.Of(entry, settings), entry.Note(texts), TakenBack(entry)))));
        rows.AddRange(said.Select(row => new SectionRow(words["File.Meeting", dates.Date(row.On)], Lines(row.Item.Notes(texts), row.Item.Decision(texts)))));
        file.Add(words["File.Way"], rows);
        file.SetOwn("pathway", FileJson.Of(
            ("now", Json(person)),
            ("joined", FileJson.List(joined.Select(Json))),
            ("entries", FileJson.List(entries.Select(entry => FileJson.Of(
                ("on", FileJson.Date(entry.On)), ("kind", FileJson.Text(entry.Kind.ToString())), ("how", FileJson.Text(entry.How)), ("result", FileJson.Text(entry.Result)), ("from", FileJson.Text(entry.From)), ("to", FileJson.Text(entry.To)),
                ("until", entry.Until is { } end ? FileJson.Date(end) : null), ("reason", FileJson.Text(entry.Reason)), ("note", FileJson.Text(entry.Note(texts))), ("next_before", Json(entry.Before(texts))),
                ("taken_back", entry.TakenBackAt is { } back ? FileJson.Instant(back) : null))))),
            ("meetings", FileJson.List(said.Select(row => FileJson.Of(
                ("on", FileJson.Date(row.On)), ("reasons", FileJson.Texts(row.Item.Reasons)), ("notes", FileJson.Text(row.Item.Notes(texts))), ("decision", FileJson.Text(row.Item.Decision(texts)))))))));
    }

    public async Task EraseAsync(string personId, CancellationToken cancellationToken)
    {
        await db.Set<PathwayEntry>().IgnoreQueryFilters().Where(entry => entry.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<MeetingItem>().Where(item => item.PersonId == personId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A meeting that spoke of both records keeps what it said of each.</summary>
    public async Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken)
    {
        var said = db.Set<MeetingItem>().Where(row => !db.Set<MeetingItem>().Any(other => other.MeetingId == row.MeetingId && other.PersonId == toId));
        return
        [
            .. await Hanging.MoveAsync(db.Set<PathwayEntry>().IgnoreQueryFilters(), fromId, toId, only, cancellationToken),
            .. await Hanging.MoveAsync(said, fromId, toId, only, cancellationToken),
        ];
    }

    /// <summary>What stands in a record itself; also in one that went into another.</summary>
    private IEnumerable<SectionRow> InWords(Person person)
    {
        if (person.Next(texts) is { } next) yield return new(words["File.Next"], Lines(dates.Date(next.On), next.Note));
        if (person.FlaggedAt is not null) yield return new(words["File.Flag"], person.Flag(texts));
        if (person.Belief(texts) is { Length: > 0 } belief) yield return new(words["File.Belief"], belief);
    }

    private JsonObject? Json(Person person)
    {
        return FileJson.Of(
            ("stage", FileJson.Text(person.Stage)),
            ("stage_since", FileJson.Instant(person.StageSince)),
            ("waiting_since", FileJson.Instant(person.WaitingSince)),
            ("paused_until", person.PausedUntil is { } until ? FileJson.Date(until) : null),
            ("next_step", Json(person.Next(texts))),
            ("flag", FileJson.Text(person.Flag(texts))),
            ("belief", FileJson.Text(person.Belief(texts))));
    }

    private static JsonObject? Json(NextStep? next)
        => next is null ? null : FileJson.Of(("kind", FileJson.Text(next.Kind)), ("on", FileJson.Date(next.On)), ("note", FileJson.Text(next.Note)));

    private string TakenBack(PathwayEntry entry) => entry.TakenBackAt is { } back ? words["File.TakenBack", dates.Date(dates.DateOf(back))] : "";

    private static string Lines(params string[] lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}
