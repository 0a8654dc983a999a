using Portal.Platform.Data;
using Shouldly;
using Xunit;

namespace UnitTests.Platform;

public sealed class IdsTests
{
    [Fact]
    public void An_identifier_tells_when_it_was_made()
    {
        var at = new DateTimeOffset(2026, 10, 3, 14, 5, 6, 789, TimeSpan.Zero);
        Ids.TimeOf(Ids.New(new Clock(at))).ShouldBe(at);
    }

    [Theory]
    [InlineData("")]
    [InlineData("t-choir")]
    [InlineData("0123456789ABCDEFGHIJKLMNOP")]
    [InlineData("00000000000000000000000000")]
    public void One_that_somebody_gave_tells_nothing(string id) => Ids.TimeOf(id).ShouldBeNull();

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
