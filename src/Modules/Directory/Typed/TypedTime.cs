using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Directory.Typed;

/// <summary>A time of day as people write it: "10", "10am", "10.30", "2 pm", "14:00", "noon".</summary>
/// <param name="Time">The time meant; where nothing says which half of the day, the likelier one for a group.</param>
/// <param name="IsSure">True when it was clear which half of the day is meant.</param>
internal sealed partial record TypedTime(TimeOnly Time, bool IsSure)
{
    /// <summary>Of a bare hour up to this one, the afternoon is meant: groups meet at 2 or at 7 in the evening, not in the night.</summary>
    private const int LastHourOfAfternoon = 7;

    /// <summary>Hours within which an end is looked for in the other half of the day.</summary>
    private const int LongestMeeting = 6;

    private static readonly string[] noon = ["noon", "midday", "południe", "دوپہر"];

    /// <summary>The time, or null when it is none.</summary>
    public static TypedTime? Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 30) return null;
        var text = PlainDigits.In(typed).Trim().ToLowerInvariant();
        if (noon.Contains(text, StringComparer.Ordinal)) return new TypedTime(new TimeOnly(12, 0), IsSure: true);
        var match = Shape().Match(text);
        if (!match.Success) return null;

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (minute > 59 || hour > 24) return null;
        if (half.Length > 0)
        {
            // "14:00 pm" says the same twice.
            if (hour is 0 or > 12 && !(half[0] == 'p' && hour is > 12 and < 24)) return null;
            return new TypedTime(new TimeOnly((hour % 12) + (half[0] == 'p' ? 12 : 0), minute), IsSure: true);
        }

        if (hour == 24) return null;
        if (hour is 0 or > 12 || match.Groups["hour"].Value[0] == '0') return new TypedTime(new TimeOnly(hour, minute), IsSure: true);
        return new TypedTime(new TimeOnly(hour <= LastHourOfAfternoon ? hour + 12 : hour, minute), IsSure: false);
    }

    /// <summary>A time as a form shows it: "14:00".</summary>
    public static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>This time as the end of something that begins at <paramref name="start"/>: after "11", a bare "1" is one o'clock, after "7" in the evening, "9" is nine in the evening.</summary>
    public TimeOnly After(TimeOnly start)
        => !IsSure && Time <= start && Time.AddHours(12) is var later && later > start && later - start <= TimeSpan.FromHours(LongestMeeting) ? later : Time;

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})\s*(?:[:.,h\s]?\s*(?<minute>[0-9]{2}))?\s*(?:h|hrs|o'?clock)?\s*(?<half>[ap]\.?\s?m?\.?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Shape();
}
