using System.Globalization;

namespace Portal.Directory.Typed;

/// <summary>Days of the month as people write them: "15", "1st and 15th", "1, 15", "last". The last day is -1.</summary>
internal static class TypedMonthDays
{
    private static readonly char[] separators = [',', ';', '&', '+', '،', ' '];
    private static readonly string[] joining = ["and", "i", "oraz", "اور", "of", "the", "day", "month", "miesiąca", "تاریخ"];
    private static readonly string[] last = ["last", "-1", "ostatni", "آخری"];
    private static readonly string[] endings = ["st", "nd", "rd", "th", "."];

    /// <summary>The days; null when something else is written, or nothing.</summary>
    public static IReadOnlyList<int>? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 80) return null;
        var days = new List<int>();
        foreach (var word in PlainDigits.In(typed).ToLowerInvariant().Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (joining.Contains(word, StringComparer.Ordinal)) continue;
            if (DayOf(word) is not { } day) return null;
            if (!days.Contains(day)) days.Add(day);
        }

        return days.Count == 0 ? null : days;
    }

    /// <summary>The days as <see cref="Parse"/> reads them.</summary>
    public static string Write(IReadOnlyList<int> days)
        => string.Join(", ", days.Select(day => day == -1 ? "last" : day.ToString(CultureInfo.InvariantCulture)));

    private static int? DayOf(string word)
    {
        if (last.Contains(word, StringComparer.Ordinal)) return -1;
        var ending = endings.FirstOrDefault(end => word.EndsWith(end, StringComparison.Ordinal)) ?? "";
        return int.TryParse(word[..^ending.Length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 or >= -31 and <= -1 ? day : null;
    }
}
