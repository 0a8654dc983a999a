using Portal.Signposting.Domain.Reports;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting.Reports;

public sealed class ReportPeriodTests
{
    [Theory]
    [InlineData("2026-10", "2026-10-01", "2026-10-31")]
    [InlineData("2026-q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("fy2026", "2026-04-01", "2027-03-31")]
    [InlineData("5y2026", "2022-04-01", "2027-03-31")]
    public void A_period_is_known_by_its_key(string key, string from, string to)
    {
        var period = ReportPeriod.Parse(key)!;
        (Day(period.From), Day(period.To), period.Key).ShouldBe((from, to, key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-q5")]
    [InlineData("fy2026-10")]
    [InlineData("26")]
    [InlineData("9999")]
    [InlineData("2026-10-01")]
    public void Other_days_cannot_be_chosen(string key) => ReportPeriod.Parse(key).ShouldBeNull();

    [Fact]
    public void Each_period_is_made_of_whole_smaller_ones()
    {
        foreach (var key in new[] { "2026-q2", "2026", "fy2026", "5y2026" })
        {
            var span = ReportPeriod.Parse(key)!.Span;
            var parts = span.Parts().ToList();
            parts[0].First.ShouldBe(span.First);
            parts[^1].Last.ShouldBe(span.Last);
            parts.Zip(parts.Skip(1)).ShouldAllBe(pair => pair.First.Last + 1 == pair.Second.First);
        }

        ReportPeriod.Parse("2026-10")!.Span.Parts().ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_is_over_and_counted_can_be_chosen()
    {
        var (first, last) = (Months.Of(2025, 5), Months.Of(2026, 8));
        Keys(PeriodKind.Month)[..2].ShouldBe(["2026-08", "2026-07"]);
        Keys(PeriodKind.Month)[^1].ShouldBe("2025-05");
        Keys(PeriodKind.Quarter).ShouldBe(["2026-q2", "2026-q1", "2025-q4", "2025-q3", "2025-q2"]);
        Keys(PeriodKind.Year).ShouldBe(["2025"]);
        Keys(PeriodKind.FinancialYear).ShouldBe(["fy2025"]);
        Keys(PeriodKind.FiveYears).ShouldBe(["5y2025"]);

        List<string> Keys(PeriodKind kind) => [.. ReportPeriod.Finished(kind, first, last).Select(period => period.Key)];
    }

    [Theory]
    [InlineData("2026-11-10", "2026-09")]
    [InlineData("2026-11-11", "2026-10")]
    [InlineData("2027-01-05", "2026-11")]
    public void A_month_is_counted_ten_days_after_it_ended(string today, string last)
        => ReportPeriod.Parse(last)!.First.ShouldBe(Months.LastClosed(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-10-31", "2026-11-10", "2026-10-31")]
    [InlineData("2026-10-31", "2026-11-11", "2026-11-11")]
    [InlineData("2026-03-02", "2026-11-20", "2026-11-20")]
    public void What_is_written_down_late_counts_when_it_is_written(string on, string written, string counts)
        => Day(Months.CountsOn(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(written, System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(counts);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
