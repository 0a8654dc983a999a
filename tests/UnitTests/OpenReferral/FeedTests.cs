using System.Globalization;
using System.Text;
using Portal.OpenReferral.Imports.Reading;
using Portal.OpenReferral.Imports.Services;
using Shouldly;
using Xunit;

namespace UnitTests.OpenReferral;

public sealed class FeedTests
{
    private const string Service =
        """{"id":"17","name":"Tea &amp; chat","description":"<p>First <b>tea</b>.</p><ul><li>Then chat</li></ul>","status":"active","assured_date":"1st March 2024","organization":{"id":"o1","name":"Friends"},"regular_schedules":[{"freq":"WEEKLY","byday":"TU,TH","opens_at":"10:00:00","closes_at":"12:00:00"}],"contacts":[{"name":"Amina","phones":[{"number":"07700900123"}]}],"cost_options":[{"option":"Adults","amount":2.5}],"service_at_locations":[{"location":{"id":"l1","name":"Library","latitude":53.83,"longitude":-1.78,"physical_addresses":[{"address_1":"Wellcroft","city":"Shipley","postal_code":"bd183qh"}]}}],"service_taxonomys":[{"taxonomy":{"name":"Walking"}}]}""";

    public static TheoryData<string> Shapes =>
    [
        Service,
        $"[{Service}]",
        $$"""{"total_items":1,"last_page":true,"contents":[{{Service}}]}""",
        $$"""{"totalElements":1,"content":[{{Service}}],"last":true}""",
        $"\uFEFF[{Service},]",
        $$"""{"page":1,"nested":{"services":[1]},"items":[{{Service}}]}""",
    ];

    [Theory, MemberData(nameof(Shapes))]
    public async Task A_service_is_read_in_whatever_it_is_wrapped(string json)
    {
        var item = (await Reading.FeedAsync(json)).ShouldHaveSingleItem();
        var facts = item.Service!.Facts;
        item.Service.ExternalId.ShouldBe("17");
        facts.Name.ShouldBe("Tea & chat");
        facts.Description.ShouldBe("First tea.\n\n- Then chat");
        facts.AssuredDate.ShouldBe(new DateOnly(2024, 3, 1));
        facts.Schedules.ShouldHaveSingleItem().ByDay.ShouldBe(["TU", "TH"]);
        (facts.ContactName, facts.Phone).ShouldBe(("Amina", "07700 900123"));
        (facts.Cost, facts.CostPence, facts.CostNote).ShouldBe(("paid", 250, "£2.50, Adults"));
        facts.ActivityIds.ShouldBe(["act-walking"]);
        facts.Attending.ShouldBe(["in-person"]);
        item.Location!.Facts.PostalCode.ShouldBe("BD18 3QH");
        item.Organization!.ExternalId.ShouldBe("o1");
    }

    [Fact]
    public async Task Services_inside_an_organisation_are_run_by_it()
        => (await Reading.FeedAsync("""{"id":"o9","name":"Friends","services":[{"id":"1","name":"Tea","description":"x"}]}""")).ShouldHaveSingleItem().Organization!.Facts.Name.ShouldBe("Friends");

    [Fact]
    public async Task One_broken_service_costs_only_itself()
    {
        var items = await Reading.FeedAsync($$"""[{{Service}},{"id":"18","name":},"no service",{"id":"19","name":"Choir","description":"Sing"}]""");
        items.Count.ShouldBe(4);
        items[1].Faults.ShouldHaveSingleItem().Reason.ShouldBe("JsonBroken");
        items[2].Faults.ShouldHaveSingleItem().Reason.ShouldBe("NotAService");
        items[3].Service!.Facts.Name.ShouldBe("Choir");
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>", "NotJson")]
    [InlineData("""[{"id":"1","name":"Tea","descr""", "JsonCutOff")]
    public async Task A_file_that_is_no_feed_is_named_as_such(string text, string reason)
        => (await Reading.FeedAsync(text))[^1].Faults.ShouldHaveSingleItem().Reason.ShouldBe(reason);

    [Fact]
    public async Task Letters_no_database_takes_are_left_out()
    {
        var facts = (await Reading.FeedAsync("""[{"id":"1","name":"T\u0000ea\ud800","description":"a\u0007b"}]""")).ShouldHaveSingleItem().Service!.Facts;
        facts.Name.ShouldNotContain('\0');
        facts.Description.ShouldBe("ab");
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(facts.Name)).ShouldBe(facts.Name);
    }

    [Fact]
    public async Task A_closed_service_is_no_service()
    {
        var item = (await Reading.FeedAsync("""[{"id":"1","name":"Tea","description":"x","status":"defunct"}]""")).ShouldHaveSingleItem();
        item.IsClosed.ShouldBeTrue();
        item.Service.ShouldBeNull();
    }

    [Theory]
    [InlineData("2024-03-01")]
    [InlineData("2024-03-01T09:00:00Z")]
    [InlineData("2024-03-01T09:00:00.123+00:00")]
    [InlineData("01/03/2024")]
    [InlineData("1/3/24")]
    [InlineData("01-03-2024")]
    [InlineData("01.03.2024")]
    [InlineData("1 March 2024")]
    [InlineData("1st March 2024")]
    [InlineData("01-Mar-2024")]
    [InlineData("2024/03/01")]
    [InlineData("20240301")]
    [InlineData("Fri, 01 Mar 2024 09:00:00 GMT")]
    [InlineData("01/03/2024 09:00")]
    [InlineData("1709283600000")]
    public void A_date_is_read_in_all_the_shapes_feeds_have(string raw) => FeedDates.Date(raw).ShouldBe(new DateOnly(2024, 3, 1));

    [Theory]
    [InlineData("10:00")]
    [InlineData("10:00:00")]
    [InlineData("10:00Z")]
    [InlineData("10:00:00+01:00")]
    [InlineData("1900-01-01T10:00:00")]
    [InlineData("10.00am")]
    public void A_time_is_read_in_all_the_shapes_feeds_have(string raw) => FeedDates.Time(raw).ShouldBe(new TimeOnly(10, 0));

    [Theory]
    [InlineData("""{"page_number":1,"total_pages":3,"contents":[1]}""", "page=2")]
    [InlineData("""{"number":0,"totalPages":3,"content":[1]}""", "page=1")]
    [InlineData("""{"page_number":3,"total_pages":3,"last_page":true,"contents":[1]}""", null)]
    [InlineData("""{"next":"https://feed.example.org/services?cursor=9","contents":[1]}""", "cursor=9")]
    [InlineData("""{"page_number":9,"total_pages":99,"contents":[]}""", null)]
    [InlineData("""[{"id":1}]""", null)]
    public void The_next_page_is_found(string page, string? query)
    {
        var next = FeedFetcher.NextPage(new Uri("https://feed.example.org/services"), Encoding.UTF8.GetBytes(page), page.Contains("\"number\":0", StringComparison.Ordinal) ? 1 : int.Parse(page.Contains("page_number\":3", StringComparison.Ordinal) ? "3" : "1", CultureInfo.InvariantCulture));
        if (query is null) next.ShouldBeNull();
        else next!.Query.ShouldContain(query);
    }
}
