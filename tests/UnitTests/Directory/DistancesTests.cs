using Portal.Directory.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class DistancesTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(0.2, 5)]
    [InlineData(0.4, 10)]
    [InlineData(1, 25)]
    [InlineData(2, 50)]
    public void Minutes_on_foot_are_rounded_up(double miles, int minutes) => Distances.WalkingMinutes(miles).ShouldBe(minutes);

    [Fact]
    public void Nobody_is_sent_on_foot_farther_than_two_miles() => Distances.IsWalk(2.01).ShouldBeFalse();
}
