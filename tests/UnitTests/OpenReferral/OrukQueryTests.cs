using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Portal.OpenReferral.Oruk;
using Shouldly;
using Xunit;

namespace UnitTests.OpenReferral;

public sealed class OrukQueryTests
{
    [Fact]
    public void Everything_that_can_be_asked_is_read()
    {
        var query = Read("search=walk&page=3&per_page=20&minimum_age=16&maximum_age=65&start_time=09:00&end_time=17:30&day=friday&full=true");

        query.Problems.ShouldBeEmpty();
        (query.Search, query.Skip, query.PerPage, query.MinimumAge, query.MaximumAge, query.Day, query.Full).ShouldBe(("walk", 40, 20, 16, 65, "FR", true));
        (query.StartTime, query.EndTime).ShouldBe((new TimeOnly(9, 0), new TimeOnly(17, 30)));
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-25T00:00:00Z")]
    [InlineData("2026-11-25T08:00Z", "2026-11-25T08:00:00Z")]
    [InlineData("2026-11-25T08:00:00.123Z", "2026-11-25T08:00:00.123Z")]
    [InlineData("2026-11-25T08:00:00%2B01:00", "2026-11-25T07:00:00Z")]
    [InlineData("2026-11-25T08:00:00+01:00", "2026-11-25T07:00:00Z")]
    [InlineData("2026-11-25T08:00:00", "2026-11-25T08:00:00Z")]
    public void A_moment_is_read_as_people_write_it(string text, string expected)
        => Read("modified_after=" + text).ModifiedAfter.ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Pages_of_everything_begin_behind_the_first_with_nothing()
    {
        Read("minimal=true").Skip.ShouldBe(0);
        Read("minimal=true&page=2").Skip.ShouldBe(int.MaxValue);
    }

    [Fact]
    public void Any_text_is_answered_and_never_fails()
    {
        var random = new Random(20261125);
        var pieces = new[] { "page", "per_page", "=", "&", "0", "-1", "9999999999999", "ا", "%00", "true", "TU", "day", "18:30", "modified_after", "proximity", "1e9", "NaN", "postcode", "+", "%2B", "2026-13-45T99:99:99Z", "full", ";", "'" };
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var query = Read(text);
            query.Skip.ShouldBeGreaterThanOrEqualTo(0);
            query.Problems.ShouldAllBe(problem => problem.Message.Length > 0);
        }
    }

    private static OrukQuery Read(string query) => OrukQuery.Read(new QueryCollection(QueryHelpers.ParseQuery("?" + query)), OrukParameters.Services);
}
