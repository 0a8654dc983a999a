using System.Text;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>One property of a calendar file.</summary>
/// <param name="Number">Line it begins on, from 1.</param>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">By name in capitals.</param>
internal sealed record CalendarLine(int Number, string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    /// <summary>A parameter's value, or null.</summary>
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);
}

/// <summary>
/// Takes the lines of a calendar file apart: any line end, folded or broken in the middle, in UTF-8 or in the code page of western
/// Windows, as calendars in the wild come.
/// </summary>
internal static class CalendarLines
{
    /// <summary>More than so many lines are not read.</summary>
    private const int MostLines = 200_000;

    /// <summary>Letters of one property.</summary>
    private const int LongestProperty = 100_000;

    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static List<CalendarLine> Read(byte[] file, List<CalendarFault> faults)
    {
        var lines = new List<CalendarLine>();
        foreach (var (number, text) in Unfold(Decode(file), faults))
        {
            if (lines.Count == MostLines)
            {
                faults.Add(new CalendarFault(number, CalendarFault.TooMuch));
                break;
            }

            if (Parse(number, text) is { } line) lines.Add(line);
            else faults.Add(new CalendarFault(number, CalendarFault.Broken, CalendarFault.Shorten(text)));
        }

        return lines;
    }

    private static string Decode(byte[] file)
    {
        try
        {
            return strict.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file);
        }
    }

    /// <summary>A line that begins with a blank goes on the one before. So does one that cannot begin a property: some programs break long texts as they please.</summary>
    private static IEnumerable<(int Number, string Text)> Unfold(string file, List<CalendarFault> faults)
    {
        var (number, begun) = (0, 0);
        StringBuilder? property = null;
        foreach (var line in file.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            number++;
            if (line.Length == 0) continue;
            if (property is not null && (line[0] is ' ' or '\t' || !BeginsProperty(line)))
            {
                if (property.Length + line.Length <= LongestProperty) property.Append(line[0] is ' ' or '\t' ? line.AsSpan(1) : line);
                if (line[0] is not (' ' or '\t')) faults.Add(new CalendarFault(number, CalendarFault.Broken, CalendarFault.Shorten(line)));
                continue;
            }

            if (property is not null) yield return (begun, property.ToString());
            (property, begun) = (new StringBuilder(line.Length <= LongestProperty ? line : line[..LongestProperty]), number);
        }

        if (property is not null) yield return (begun, property.ToString());
    }

    private static bool BeginsProperty(string line)
    {
        var length = 0;
        while (length < line.Length && (char.IsAsciiLetterOrDigit(line[length]) || line[length] is '-' or '_')) length++;
        return length > 0 && length < line.Length && line[length] is ':' or ';' && IsProperty(line[..length]);
    }

    /// <summary>Names are written in capitals by every program known; prose that happens to have a colon is not.</summary>
    private static bool IsProperty(string name) => name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || !name.Any(char.IsAsciiLetterLower) || known.Contains(name);

    private static readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase) { "begin", "end", "dtstart", "dtend", "duration", "rrule", "rdate", "exdate", "uid", "recurrence-id", "summary", "status" };

    private static CalendarLine? Parse(int number, string text)
    {
        var (quoted, colon) = (false, -1);
        var parts = new List<int>();
        for (var i = 0; i < text.Length && colon < 0; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] == ';') parts.Add(i);
            else if (!quoted && text[i] == ':') colon = i;
        }

        // A quotation mark that is never closed: the first colon it is.
        if (colon < 0 && (colon = text.IndexOf(':', StringComparison.Ordinal)) < 0) return null;
        parts.RemoveAll(part => part > colon);
        var name = text[..(parts.Count > 0 ? parts[0] : colon)].Trim().ToUpperInvariant();
        if (name.Length == 0) return null;
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Count; i++)
        {
            var parameter = text[(parts[i] + 1)..(i + 1 < parts.Count ? parts[i + 1] : colon)];
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) parameters[parameter[..equals].Trim().ToUpperInvariant()] = parameter[(equals + 1)..].Trim().Trim('"');
        }

        return new CalendarLine(number, name, parameters, text[(colon + 1)..].Trim());
    }
}
