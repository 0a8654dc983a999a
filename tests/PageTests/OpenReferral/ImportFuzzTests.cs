using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.OpenReferral;

public sealed class ImportFuzzTests
{
    private const int Cases = 3_000;

    [Fact]
    public async Task No_broken_spreadsheet_makes_an_error_or_loses_a_line()
    {
        for (var seed = 0; seed < Cases; seed++) (await ImportFuzz.SheetAsync(seed)).ShouldBeNull();
    }

    [Fact]
    public async Task No_broken_calendar_makes_an_error_or_loses_a_group()
    {
        for (var seed = 0; seed < Cases; seed++) (await ImportFuzz.CalendarAsync(seed)).ShouldBeNull();
    }

    [Fact]
    public async Task No_broken_feed_makes_an_error_or_loses_a_service()
    {
        for (var seed = 0; seed < Cases; seed++) (await ImportFuzz.FeedAsync(seed)).ShouldBeNull();
    }
}
