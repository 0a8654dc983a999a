using System.Text.RegularExpressions;
using Portal.Directory.Domain;

namespace Portal.Directory.Typed;

/// <summary>
/// When a group meets, as people write it in one cell: "Mondays 10am-12", "Tues &amp; Thurs 10.30 - 11.30", "1st and 3rd Wednesday of the
/// month 2pm", "Mon-Fri 9-5", "Monday: 10-12; Wednesday: 2-4pm". English, as groups keep their lists.
/// </summary>
/// <param name="SaysMore">True when there were words that the schedules do not say: "please book".</param>
internal sealed partial record TypedMeetings(IReadOnlyList<Schedule> Schedules, bool SaysMore)
{
    /// <summary>Longer than people write in one cell.</summary>
    private const int Longest = 300;

    /// <summary>A meeting longer than this was meant to begin in the other half of the day: "8-10pm".</summary>
    private static readonly TimeSpan longestMeeting = TimeSpan.FromHours(6);

    private static readonly string[] weekdays = ["MO", "TU", "WE", "TH", "FR"];

    /// <summary>The schedules; null when no day with a time can be made out.</summary>
    /// <param name="start">A date on which it meets; without one, every second week says too little.</param>
    public static TypedMeetings? Parse(string? typed, DateOnly? start)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Longest) return null;
        var reader = new Reader(start);
        var text = PlainDigits.In(typed).ToLowerInvariant();
        var place = 0;
        var saysMore = false;
        foreach (Match match in Token().Matches(text))
        {
            saysMore |= IsMore(text[place..match.Index]);
            place = match.Index + match.Length;
            if (!reader.Take(match)) return null;
        }

        saysMore |= IsMore(text[place..]);
        if (reader.Finish() is not { Count: > 0 } schedules) return null;
        if (reader is { IsTermTime: false, IsNotOnHolidays: false }) return new TypedMeetings(schedules, saysMore);

        // With several times nobody can tell which of them it is said of.
        return schedules is [var only]
            ? new TypedMeetings([only with { TermTimeOnly = reader.IsTermTime, NotOnBankHolidays = reader.IsNotOnHolidays }], saysMore)
            : new TypedMeetings(schedules, SaysMore: true);
    }

    private static bool IsMore(string between) => between.Any(char.IsLetterOrDigit);

    [GeneratedRegex(
        """
        (?<fortnight>\b(?:fortnightly|every\s+(?:fortnight|other\s+week|second\s+week|2\s+weeks|two\s+weeks)|alternate(?:\s+weeks?)?|bi-?weekly)\b)
        |(?<nth>\b(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)\b)
        |(?<all>\b(?:daily|every\s+day|7\s+days(?:\s+a\s+week)?)\b)|(?<weekdays>\bweek\s?days?\b)|(?<weekend>\bweek\s?ends?\b)
        |(?<day>\b(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday|nsday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?:'?s)?\b)
        |(?<time>(?<![\d£.:])\d{1,2}(?:\s?[:.h]\s?\d{2})?\s*(?:a\.?m\b\.?|p\.?m\b\.?|hrs\b|o'?clock\b)?(?![\d%])|\bnoon\b|\bmidday\b)
        |(?<term>(?<!\b(?:not|non|outside|except|excluding)[\s-]+(?:in\s+|of\s+|during\s+)?)\b(?:during\s+)?(?:school\s+)?term[\s-]?times?(?:\s+only)?\b)
        |(?<holidays>\b(?:not|no|except|excluding|excl\.?)\s+(?:on\s+|for\s+)?(?:bank|public)\s+holidays?\b)
        |(?<dash>[-–—]|\b(?:to|until|till|til)\b)
        |(?<quiet>\b(?:every|each|weekly|of|the|month|monthly|at|from|on|in|and|between|am|pm|week|a)\b)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Token();

    /// <summary>Gathers days until a time closes them, then times until the next day.</summary>
    private sealed class Reader(DateOnly? start)
    {
        private readonly List<Schedule> schedules = [];
        private readonly List<string> days = [];
        private readonly List<string> nths = [];
        private readonly List<TypedTime> times = [];
        private bool isDash;
        private bool isFortnightly;

        public bool IsTermTime { get; private set; }

        public bool IsNotOnHolidays { get; private set; }

        /// <summary>Takes one word; false when it makes no sense where it stands.</summary>
        public bool Take(Match match)
        {
            if (match.Groups["fortnight"].Success) isFortnightly = true;
            else if (match.Groups["term"].Success) IsTermTime = true;
            else if (match.Groups["holidays"].Success) IsNotOnHolidays = true;
            else if (match.Groups["nth"].Success) return AddNth(match.Value);
            else if (match.Groups["all"].Success) return AddDays(Schedule.Days);
            else if (match.Groups["weekdays"].Success) return AddDays(weekdays);
            else if (match.Groups["weekend"].Success) return AddDays(["SA", "SU"]);
            else if (match.Groups["day"].Success) return AddDay(match.Value[..2].ToUpperInvariant());
            else if (match.Groups["time"].Success) return AddTime(match.Value);
            else if (match.Groups["dash"].Success) isDash = true;
            return true;
        }

        public List<Schedule>? Finish()
        {
            if (days.Count == 0 && nths.Count == 0) return schedules;
            return Close() ? schedules : null;
        }

        private bool AddNth(string word)
        {
            if (times.Count > 0 && days.Count > 0 && !Close()) return false;
            nths.Add(word[0] switch { '1' => "1", '2' => "2", '3' => "3", '4' => "4", '5' => "5", 'l' => "-1", 's' => "2", 't' => "3", _ => word switch { "first" => "1", "fourth" => "4", _ => "5" } });
            return true;
        }

        private bool AddDays(IEnumerable<string> more)
        {
            if (times.Count > 0 && days.Count > 0 && !Close()) return false;
            days.AddRange(more);
            return true;
        }

        private bool AddDay(string day)
        {
            // "Mon-Fri": all the days between.
            if (isDash && times.Count == 0 && days.Count > 0)
            {
                isDash = false;
                var order = Schedule.Days.ToList();
                var (from, to) = (order.IndexOf(days[^1]), order.IndexOf(day));
                if (to <= from) return false;
                days.AddRange(order.Skip(from + 1).Take(to - from));
                return true;
            }

            isDash = false;
            return AddDays([day]);
        }

        private bool AddTime(string word)
        {
            if (TypedTime.Parse(word.Replace(" ", "", StringComparison.Ordinal).TrimEnd('.')) is not { } time) return false;
            if (times.Count == 1 && isDash) times.Add(time);
            else if (times.Count == 0) times.Add(time);
            else return false;
            isDash = false;
            return true;
        }

        private bool Close()
        {
            if (times.Count == 0 || days.Count == 0 || (isFortnightly && (start is null || nths.Count > 0))) return false;
            var (begins, ends) = Span();
            var named = days.Distinct(StringComparer.Ordinal).OrderBy(day => Schedule.Days.ToList().IndexOf(day)).ToList();
            var schedule = new Schedule
            {
                Frequency = nths.Count > 0 ? Frequency.Monthly : Frequency.Weekly,
                Interval = isFortnightly ? 2 : 1,
                ByDay = nths.Count > 0 ? [.. nths.Distinct(StringComparer.Ordinal).SelectMany(nth => named.Select(day => nth + day))] : named,
                Start = begins,
                End = ends,
                StartDate = isFortnightly ? start : null,
            };
            if (schedule.Problem() is not null) return false;
            schedules.Add(schedule);
            days.Clear();
            nths.Clear();
            times.Clear();
            return true;
        }

        private (TimeOnly Begins, TimeOnly? Ends) Span()
        {
            var begins = times[0].Time;
            if (times.Count == 1) return (begins, null);
            var last = times[1];
            var later = begins.AddHours(12);
            if (!times[0].IsSure && last.IsSure && later > begins && later < last.Time && last.Time - begins > longestMeeting) return (later, last.Time);
            return (begins, last.After(begins));
        }
    }
}
