using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Reads a calendar (iCalendar) as a feed: what is on in a hall or a town, each group once with all its times.</summary>
internal static class CalendarReader
{
    private const int Looked = 200;

    /// <summary>True for a file that begins as calendars do, whatever it is called.</summary>
    public static async Task<bool> IsCalendarAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var beginning = new byte[Looked];
        var length = await stream.ReadAtLeastAsync(beginning, Looked, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(beginning, 0, length).TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="timeZone">The tenant's, by its name in the database of IANA.</param>
    public static IEnumerable<FeedItem> Read(byte[] file, string timeZone, DateOnly today, DraftReader drafts)
    {
        var number = 0;
        var read = CalendarGroups.Read(file, timeZone, today);
        foreach (var problem in read.Problems)
            yield return new FeedItem { Line = ++number, Position = file.Length, Faults = [new Fault(problem.IsLost, null, "Calendar" + problem.Code, problem.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), problem.Words ?? "")] };
        foreach (var group in read.Groups) yield return ItemOf(group, ++number, drafts) with { Position = file.Length };
    }

    private static FeedItem ItemOf(GroupInFile group, int number, DraftReader drafts)
    {
        if (group.Schedules.Count == 0) return new FeedItem { Line = number, IsClosed = true, Faults = [new Fault(IsError: false, SheetFields.When, "CalendarOver", Prose.Cut(Prose.Line(group.Name) ?? "", 80))] };
        var draft = new Draft { Line = number, Name = group.Name, Description = group.Description, Where = group.Place, Website = group.Website, Contact = group.Contact };
        draft.Schedules.AddRange(group.Schedules);
        return drafts.Read(draft);
    }
}
