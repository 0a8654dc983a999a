using System.Globalization;
using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Dates and times in the shapes that feeds write them.</summary>
internal static class FeedDates
{
    private static readonly string[] shapes =
    [
        "yyyy/M/d", "yyyyMMdd", "yyyy.M.d", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy", "MMM d, yyyy", "MMMM d, yyyy", "ddd, d MMM yyyy", "dddd d MMMM yyyy", "ddd d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d MMMM, yyyy",
    ];

    /// <summary>The date, or null when it is none.</summary>
    public static DateOnly? Date(string? raw)
    {
        if (Prose.Line(raw) is not { Length: <= 60 } text) return null;
        if (TypedValues.Date(text) is { } typed) return IsLikely(typed);
        text = WithoutOrdinals(text);
        if (TypedValues.Date(text) is { } date || DateOnly.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return IsLikely(date);

        // Seconds or milliseconds since 1970.
        if (text.All(char.IsAsciiDigit) && text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return IsLikely(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? count / 1000 : count).UtcDateTime));

        // A date with a time behind it: "2024-03-01T09:00:00Z", "01/03/2024 09:00".
        var end = text.IndexOfAny(['T', ' ']);
        if (end >= 8 && TypedValues.Date(text[..end]) is { } before) return IsLikely(before);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? IsLikely(DateOnly.FromDateTime(instant.DateTime)) : null;
    }

    /// <summary>A time of day: "10:00", "10:00:00", "10:00Z", "1900-01-01T10:00:00", "10.30am".</summary>
    public static TimeOnly? Time(string? raw)
    {
        if (Prose.Line(raw) is not { Length: <= 40 } text) return null;
        if (TypedValues.Time(text) is { } typed) return typed;
        var start = text.IndexOf('T', StringComparison.Ordinal);
        if (start is 8 or 10) text = text[(start + 1)..];
        text = text.TrimEnd('Z', 'z');
        var zone = text.IndexOfAny(['+', '-']);
        if (zone > 0) text = text[..zone];
        return TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? new TimeOnly(time.Hour, time.Minute) : null;
    }

    /// <summary>"1st March 2024" without the letters behind the number.</summary>
    private static string WithoutOrdinals(string text)
        => string.Join(' ', text.Split(' ').Select(word => word.Length is 3 or 4 && char.IsAsciiDigit(word[0]) && word[^2..].ToLowerInvariant() is "st" or "nd" or "rd" or "th" ? word[..^2] : word));

    private static DateOnly? IsLikely(DateOnly date) => date.Year is >= 1900 and <= 2200 ? date : null;
}
