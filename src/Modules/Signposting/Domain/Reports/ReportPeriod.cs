using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Signposting.Domain.Reports;

/// <summary>What a report can be of. Each kind is made of whole ones of a smaller kind; a period of one's own choice could be set against another to tell a few days.</summary>
internal enum PeriodKind
{
    Month,

    Quarter,

    /// <summary>January to December.</summary>
    Year,

    /// <summary>April to March.</summary>
    FinancialYear,

    /// <summary>Five financial years.</summary>
    FiveYears,
}

/// <summary>Months one after the other.</summary>
/// <param name="First">Number of the first, see <see cref="Months"/>.</param>
internal sealed record Span(int First, int Count)
{
    public int Last => First + Count - 1;

    /// <summary>The published parts it is the sum of: months of a quarter, quarters of a year, years of five.</summary>
    public IEnumerable<Span> Parts()
    {
        var size = Count switch { <= 1 => 0, <= 3 => 1, <= 12 => 3, _ => 12 };
        for (var first = First; size > 0 && first <= Last; first += size) yield return new Span(first, size);
    }
}

/// <summary>A period of a report.</summary>
/// <param name="First">Number of its first month, see <see cref="Months"/>.</param>
internal sealed partial record ReportPeriod(PeriodKind Kind, int First)
{
    private const int InYear = 12;
    private const int FirstOfFinancialYear = 4;
    private const int Years = 5;
    private const int EarliestYear = 1950;
    private const int LatestYear = 2900;

    public Span Span => new(First, Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, PeriodKind.FiveYears => Years * InYear, _ => InYear });

    public DateOnly From => Months.FirstDay(First);

    /// <summary>Its last day.</summary>
    public DateOnly To => Months.LastDay(Span.Last);

    /// <summary>As addresses name it: <c>2026-10</c>, <c>2026-q4</c>, <c>2026</c>, <c>fy2026</c> for April 2026 to March 2027, <c>5y2026</c> for the five that end with it.</summary>
    public string Key => Kind switch
    {
        PeriodKind.Month => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From.Year}-q{((From.Month - 1) / 3) + 1}"),
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"{From.Year}"),
        PeriodKind.FinancialYear => string.Create(CultureInfo.InvariantCulture, $"fy{From.Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"5y{From.Year + Years - 1}"),
    };

    /// <summary>The period of a key; null when it names none.</summary>
    public static ReportPeriod? Parse(string? key)
    {
        if (key is null || Pattern().Match(key) is not { Success: true } match) return null;
        var (year, kind, part) = (Number(match, "year"), match.Groups["kind"].Value, Number(match, "part"));
        if (year is < EarliestYear or > LatestYear) return null;
        return (kind, match.Groups["split"].Value) switch
        {
            ("", "") => new ReportPeriod(PeriodKind.Year, Months.Of(year, 1)),
            ("", "-q") => part is >= 1 and <= 4 ? new ReportPeriod(PeriodKind.Quarter, Months.Of(year, ((part - 1) * 3) + 1)) : null,
            ("", _) => part is >= 1 and <= InYear ? new ReportPeriod(PeriodKind.Month, Months.Of(year, part)) : null,
            ("fy", "") => new ReportPeriod(PeriodKind.FinancialYear, Months.Of(year, FirstOfFinancialYear)),
            ("5y", "") => new ReportPeriod(PeriodKind.FiveYears, Months.Of(year - Years + 1, FirstOfFinancialYear)),
            _ => null,
        };
    }

    /// <summary>The period of a kind that holds a month.</summary>
    public static ReportPeriod Of(PeriodKind kind, int month)
    {
        var day = Months.FirstDay(month);
        var financial = day.Month >= FirstOfFinancialYear ? day.Year : day.Year - 1;
        return kind switch
        {
            PeriodKind.Month => new(kind, month),
            PeriodKind.Quarter => new(kind, month - ((day.Month - 1) % 3)),
            PeriodKind.Year => new(kind, Months.Of(day.Year, 1)),
            PeriodKind.FinancialYear => new(kind, Months.Of(financial, FirstOfFinancialYear)),
            _ => new(kind, Months.Of(financial - Years + 1, FirstOfFinancialYear)),
        };
    }

    /// <summary>The periods of a kind that are over and counted, the newest first.</summary>
    /// <param name="first">First month of which something is known.</param>
    /// <param name="last">Last month that is counted for good.</param>
    public static IEnumerable<ReportPeriod> Finished(PeriodKind kind, int first, int last)
    {
        var step = kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, _ => InYear };
        var period = Of(kind, last);
        while (period.Span.Last > last) period = period with { First = period.First - step };
        for (; period.Span.Last >= first; period = period with { First = period.First - step }) yield return period;
    }

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?<kind>fy|5y|)(?<year>[0-9]{4})(?:(?<split>-q)(?<part>[1-4])|(?<split>-)(?<part>[0-9]{2}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
