using Portal.Jobs.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Jobs;

public sealed class NextTryTests
{
    private static readonly DateTimeOffset failed = new(2026, 5, 4, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 10)]
    [InlineData(3, null)]
    public void A_failed_job_is_tried_again_after_two_and_after_ten_minutes_and_then_no_more(int attempt, int? minutes)
        => DueRound.NextTry(attempt, failed, null).ShouldBe(minutes is { } wait ? failed.AddMinutes(wait) : null);

    [Fact]
    public void One_that_is_due_before_that_anyway_is_left_to_its_timetable()
    {
        DueRound.NextTry(1, failed, failed.AddMinutes(1)).ShouldBeNull();
        DueRound.NextTry(1, failed, failed.AddMinutes(3)).ShouldBe(failed.AddMinutes(2));
    }
}
