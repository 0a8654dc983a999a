using System.Globalization;
using Portal.Directory.Domain;

namespace Portal.Directory.Typed;

/// <summary>Days one below the other, as a school's or council's page has them: "Wednesday 2 September to Friday 23 October 2026".</summary>
internal static class TypedDays
{
    /// <summary>More lines than this are no list of holidays.</summary>
    public const int MostLines = 200;

    private static readonly string[] between = ["–", "—", " to ", " until ", " - ", " do ", " سے "];

    /// <summary>A stretch of days; null when it is none, or ends before it begins.</summary>
    public static OpenDays? Stretch(string line)
    {
        foreach (var separator in between)
        {
            if (line.Split(separator, 2, StringSplitOptions.TrimEntries) is not [var first, var last] || Date(last) is not { } end) continue;
            // "2 September to 23 October 2026" says the year once.
            if ((Date(first) ?? Date($"{first} {end.Year.ToString(CultureInfo.InvariantCulture)}")) is { } start) return start <= end ? new OpenDays(start, end) : null;
        }

        return null;
    }

    /// <summary>One day, with or without the name of the day before it.</summary>
    public static DateOnly? Date(string line)
    {
        var text = line.Trim().TrimEnd('.', ',', ';', '،').Trim();
        if (WrittenDate.Parse(text) is { } date) return date;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && !text[..space].Any(char.IsDigit) ? WrittenDate.Parse(text[(space + 1)..]) : null;
    }

    /// <summary>The lines that say something, each with its number from 1.</summary>
    public static IEnumerable<(int Number, string Line)> Lines(string? typed)
        => (typed ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, place) => (Number: place + 1, Line: line.Trim())).Where(line => line.Line.Length > 0).Take(MostLines);
}
