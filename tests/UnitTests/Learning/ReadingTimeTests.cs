using Portal.Learning.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Learning;

public sealed class ReadingTimeTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(199, 1)]
    [InlineData(200, 1)]
    [InlineData(201, 2)]
    [InlineData(1000, 5)]
    public void Reading_time_is_never_less_than_it_takes(int words, int minutes) => ReadingTime.Minutes(words).ShouldBe(minutes);
}
