using System.Text;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Reading;

namespace TestSupport;

/// <summary>
/// Makes spreadsheets, feeds and calendars that are broken in all the ways it can think of, from a seed, and reads them as imports do. No error
/// may escape, and no line may be lost: each is either a service or a fault.
/// </summary>
public static class ImportFuzz
{
    private static readonly string[] cells =
    [
        "", " ", "Tea and chat", "Walking group", "Mondays 10am-12", "Tues & Thurs 2pm", "1st Friday 7pm", "by arrangement", "Shipley Library, Wellcroft, Shipley BD18 3QH", "online", "01632 960123", "+44 1632 960123",
        "amina@example.org", "£2.50", "Free", "donation", "50p", "\"", "\"\"", "a\"b", "\"open", "closed\"", "'", "5'10\"", "=1+1", "<b>bold</b>", "<script>alert(1)</script>", "&amp;&nbsp;&#0;", "چائے اور گپ شپ", "Żółć",
        "\u0000", "\u0007\u001b", "\ud83c\udf75", "\ufeff", "1/1/2024", "31/02/2024", "99999999999999999999", "-1", "NaN", new string('x', 500), "a\tb", "a;b", "a,b", "a|b", "\u2028", "٠١٦٣٢ ٩٦٠١٢٣", "12:75", "25pm", "9-5", "9-",
    ];

    private static readonly string[] headings = ["Group name", "Day/Time", "Where", "Tel", "Cost", "E-mail", "Run by", "Category", "Postcode", "Last updated", "Ref", "Notes", "", "xyzzy", "Name"];
    private static readonly string[] values = ["null", "true", "0", "-1.5e300", "\"\"", "\"x\"", "[]", "{}", "[1]", "{\"name\":1}", "\"\\u0000\"", "\"\\ud800\"", "\"<p>x\"", "\"2024-13-45\"", "\"10:00\"", "\"TU,XX\"", "[[[[]]]]", "1e5", "\"\\\"\""];

    private static readonly string[] fields =
    [
        "id", "name", "description", "status", "url", "email", "assured_date", "organization", "contacts", "phones", "schedules", "regular_schedules", "service_at_locations", "cost_options", "languages", "eligibilitys",
        "service_taxonomys", "attributes", "fees", "location", "addresses", "latitude", "longitude", "byday", "opens_at", "freq", "interval", "valid_from", "amount", "number", "taxonomy", "contents", "services", "data",
    ];

    private static readonly string[] properties =
    [
        "UID:1", "UID:2", "DTSTART:20261203T100000", "DTSTART;TZID=Europe/Paris:20260101T233000", "DTSTART;VALUE=DATE:20261225", "DTSTART:20261399T990000", "DTEND:20261203T120000", "DURATION:PT90M", "DURATION:P9999999D",
        "RRULE:FREQ=WEEKLY", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;INTERVAL=3;UNTIL=20270101", "RRULE:FREQ=MONTHLY;BYDAY=-1FR", "RRULE:FREQ=MONTHLY;BYMONTHDAY=31", "RRULE:FREQ=MONTHLY;BYDAY=5MO;BYSETPOS=-1", "RRULE:FREQ=DAILY;COUNT=99999",
        "RRULE:FREQ=YEARLY", "RRULE:FREQ=SECONDLY", "RRULE:FREQ=MONTHLY;INTERVAL=999;COUNT=2", "EXDATE:20261210T100000", "EXDATE;VALUE=DATE:20261210", "RDATE:20261211T100000", "RECURRENCE-ID:20261210T100000", "STATUS:CANCELLED",
        "SUMMARY:Tea and chat", "SUMMARY:", "DESCRIPTION:", "LOCATION:Shipley Library\\, Shipley BD18 3QH", "LOCATION:", "URL:https://example.org/", "ORGANIZER;CN=Amina:mailto:amina@example.org", "BEGIN:VALARM", "END:VALARM", " ", "X-",
    ];

    private static DraftReader Drafts { get; } = new(new KnownWords(new TermList([new TermInfo("t", TaxonomyIds.Activity, "walking", 0, new Dictionary<string, string> { ["en"] = "Walking" }, [])])), "Ask");

    /// <summary>Reads one broken spreadsheet.</summary>
    /// <returns>What was wrong with how it was read; null when nothing was.</returns>
    public static async Task<string?> SheetAsync(int seed)
    {
        var random = new Random(seed);
        var text = Sheet(random);
        var rows = new List<SheetLine>();
        using (var stream = new MemoryStream(Bytes(random, text, out var isWhole)))
        {
            var head = await SheetReader.HeadAsync(stream, default);
            var found = new List<FeedItem>();
            await foreach (var item in SheetReader.ReadAsync(stream, head is null ? [] : SheetReader.Guess(head.Headings), Drafts, new Dictionary<string, IReadOnlyList<string>>(), default)) found.Add(item);
            if (found.Find(item => item.Service is null && item.Faults.Count == 0) is { } silent) return $"seed {seed}: line {silent.Line} is neither a service nor a fault";
            if (head is null) return found.Count == 0 ? null : $"seed {seed}: rows without headings";
            if (!isWhole) return null;
            await foreach (var row in SheetLines.ReadAsync(new StringReader(text), head.Delimiter, default)) rows.Add(row);
            var expected = rows.Count(row => !row.IsBlank && row.Line != head.HeadingLine);
            if (expected != found.Count) return $"seed {seed}: {expected} rows, {found.Count} read";
        }

        return Letters(string.Concat(rows.SelectMany(row => row.Cells))) == Letters(text) ? null : $"seed {seed}: letters were lost";
    }

    /// <summary>Reads one broken feed.</summary>
    /// <returns>What was wrong with how it was read; null when nothing was.</returns>
    public static async Task<string?> FeedAsync(int seed)
    {
        var random = new Random(seed);
        var services = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Value(random, 0)).ToList();
        var list = "[" + string.Join(random.Next(3) == 0 ? " ,\n" : ",", services) + "]";
        var text = random.Next(3) switch { 0 => list, 1 => $"{{\"total_pages\":1,\"contents\":{list},\"last\":true}}", _ => $"{{\"page\":{{\"a\":[1,2]}},\"items\":{list}}}" };
        var isWhole = random.Next(2) == 0;
        var bytes = Encoding.UTF8.GetBytes(isWhole ? text : Break(random, text));
        if (!isWhole && random.Next(3) == 0 && bytes.Length > 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        using var stream = new MemoryStream(bytes);
        var found = new List<FeedItem>();
        await foreach (var item in OrukReader.ReadAsync(stream, Drafts, default)) found.Add(item);
        if (found.Find(item => item.Service is null && item.Faults.Count == 0) is { } silent) return $"seed {seed}: service {silent.Line} is neither a service nor a fault";
        return isWhole && found.Count != services.Count ? $"seed {seed}: {services.Count} services, {found.Count} read" : null;
    }

    /// <summary>Reads one broken calendar.</summary>
    /// <returns>What was wrong with how it was read; null when nothing was.</returns>
    public static Task<string?> CalendarAsync(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("BEGIN:VCALENDAR\n");
        for (var count = random.Next(0, 6); count > 0; count--)
        {
            text.Append("BEGIN:VEVENT\n");
            for (var lines = random.Next(1, 9); lines > 0; lines--) text.Append(One(random, properties)).Append(random.Next(3) == 0 ? One(random, cells) : "").Append(random.Next(8) == 0 ? "\r\n" : "\n");
            text.Append("END:VEVENT\n");
        }

        text.Append("END:VCALENDAR\n");
        var whole = text.ToString();
        var found = CalendarReader.Read(Encoding.UTF8.GetBytes(random.Next(2) == 0 ? whole : Break(random, whole)), "Europe/London", new DateOnly(2026, 12, 1), Drafts).ToList();
        var silent = found.Find(item => item.Service is null && item.Faults.Count == 0);
        return Task.FromResult(silent is null ? null : $"seed {seed}: group {silent.Line} is neither a group nor a fault");
    }

    private static string Sheet(Random random)
    {
        var delimiter = random.Next(4) switch { 0 => ';', 1 => '\t', _ => ',' };
        var width = random.Next(1, 9);
        var text = new StringBuilder();
        if (random.Next(4) == 0) text.Append("Groups in Shipley\n");
        text.Append(string.Join(delimiter, Enumerable.Range(0, width).Select(_ => One(random, headings)))).Append('\n');
        for (var row = random.Next(0, 12); row > 0; row--)
        {
            text.Append(string.Join(delimiter, Enumerable.Range(0, random.Next(Math.Max(1, width - 1), width + 2)).Select(_ => Cell(random, delimiter))));
            text.Append(random.Next(8) switch { 0 => "\r\n", 1 => "\n\n", 2 => "\r", _ => "\n" });
        }

        return text.ToString();
    }

    private static string Cell(Random random, char delimiter)
    {
        var cell = One(random, cells);
        return random.Next(3) switch
        {
            0 => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + (random.Next(6) == 0 ? "\nmore" : "") + "\"",
            1 => cell.Replace(delimiter, ' ').Replace("\"", "", StringComparison.Ordinal),
            _ => cell,
        };
    }

    private static byte[] Bytes(Random random, string text, out bool isWhole)
    {
        isWhole = true;
        switch (random.Next(5))
        {
            case 0: return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
            case 1: return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)];
            case 2:
                isWhole = false;
                var bytes = Encoding.UTF8.GetBytes(text);
                if (bytes.Length > 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            default:
                // A nought in plain letters makes the encoding a guess.
                isWhole = !text.Contains('\0', StringComparison.Ordinal) && !text.StartsWith('\ufeff');
                return Encoding.UTF8.GetBytes(text);
        }
    }

    private static string Value(Random random, int depth)
    {
        if (depth > 3 || (depth > 0 && random.Next(2) == 0)) return One(random, values);
        var parts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => $"\"{One(random, fields)}\":{(random.Next(3) == 0 ? Text(random) : Value(random, depth + 1))}");
        var body = "{" + string.Join(',', parts) + "}";
        return depth > 0 && random.Next(2) == 0 ? "[" + body + "]" : body;
    }

    private static string Text(Random random) => System.Text.Json.JsonSerializer.Serialize(One(random, cells).Replace("\ufeff", "", StringComparison.Ordinal));

    private static string Break(Random random, string text)
    {
        for (var times = random.Next(1, 4); times > 0 && text.Length > 1; times--)
        {
            var place = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text[..place],
                1 => text.Remove(place, Math.Min(random.Next(1, 6), text.Length - place)),
                2 => text.Insert(place, One(random, ["{", "}", "[", "]", "\"", ",", ":", "\\", "\n", "<", "0"])),
                _ => text[place..] + text[..place],
            };
        }

        return text;
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => char.IsLetterOrDigit(letter)));

    private static T One<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
