using System.Globalization;

namespace Portal.Directory.Typed;

/// <summary>A date written in one line, as a browser sends it, or as people in Britain write it: "2026-11-24", "24/11/2026", "24 November 2026", "24 Nov 2026".</summary>
internal static class WrittenDate
{
    private static readonly string[] shapes = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d/M/yy", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>The date, or null when it is none.</summary>
    public static DateOnly? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 40) return null;
        var text = string.Join(' ', PlainDigits.In(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (DateOnly.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || DateOnly.TryParseExact(text, shapes, CultureInfo.CurrentCulture, DateTimeStyles.None, out date))
            return date;
        return null;
    }

    /// <summary>The date as a date field of a browser holds it.</summary>
    public static string? Write(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
