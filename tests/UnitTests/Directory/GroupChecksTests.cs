using Portal.Directory.Domain;
using Portal.Directory.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class GroupChecksTests
{
    private static readonly DateTime now = new(2026, 11, 25, 10, 0, 0);

    [Fact]
    public void A_page_with_all_there_is_to_say_has_nothing_to_mend() => Keys(facts => facts).ShouldBeEmpty();

    [Fact]
    public void Without_phone_and_email_nobody_can_ask() => Keys(facts => facts with { ContactPhone = null }).ShouldBe(["Check.NoContact"]);

    [Theory]
    [InlineData("ring Joan", null, "Check.PhoneOdd")]
    [InlineData("01632", null, "Check.PhoneOdd")]
    [InlineData("01632 960201", "joan at example", "Check.EmailOdd")]
    public void A_number_or_an_address_that_cannot_work_is_told(string phone, string? email, string key) => Keys(facts => facts with { ContactPhone = phone, ContactEmail = email }).ShouldBe([key]);

    [Fact]
    public void The_last_date_is_named_when_it_is_near_or_past()
    {
        foreach (var last in new[] { new DateOnly(2026, 5, 3), new DateOnly(2026, 12, 20) })
        {
            var finding = Of(facts => facts with { Schedules = [facts.Schedules[0] with { EndDate = last }] }).ShouldHaveSingleItem();
            (finding.Key, finding.Date, finding.Page).ShouldBe(("Check.NoDateAfter", last, "EditWhen"));
        }

        Keys(facts => facts with { Schedules = [facts.Schedules[0] with { EndDate = new DateOnly(2027, 7, 1) }] }).ShouldBeEmpty();
    }

    [Fact]
    public void During_a_break_dates_are_not_asked_for()
        => Keys(facts => facts with { BackOn = new DateOnly(2027, 1, 6), Schedules = [facts.Schedules[0] with { EndDate = new DateOnly(2026, 5, 3) }] }).ShouldBeEmpty();

    [Fact]
    public void Whose_dates_come_from_a_calendar_of_its_own_is_not_asked_for_them()
        => GroupChecks.Of(Make(facts => facts with { Schedules = [] }), Hall, hasOwnCalendar: true, ["en", "ur", "pl"], now).ShouldBeEmpty();

    [Fact]
    public void A_group_that_has_stopped_is_left_in_peace() => Keys(facts => facts with { Published = false, StoppedOn = new DateOnly(2026, 11, 1), ContactPhone = null }).ShouldBeEmpty();

    [Fact]
    public void Words_that_are_older_than_the_groups_own_are_told_by_language()
    {
        var listing = Make(facts => facts);
        listing.Texts.In("pl")!.SourceVersion = "v0";
        listing.Texts.Remove(listing.Texts.In("ur")!);

        GroupChecks.Of(listing, Hall, hasOwnCalendar: false, ["en", "ur", "pl"], now).Select(finding => (finding.Key, finding.Language)).ShouldBe([("Check.Behind", "pl"), ("Check.NotWritten", "ur")]);
    }

    [Fact]
    public void Who_has_not_confirmed_for_long_is_reminded() => Keys(facts => facts with { AssuredOn = new DateOnly(2026, 6, 20) }).ShouldBe(["Check.NotConfirmed"]);

    private static Venue Hall => new() { Id = "hall", Slug = "hall", Culture = "en", Latitude = 53.8, Longitude = -1.7 };

    private static IEnumerable<string> Keys(Func<ListingFacts, ListingFacts> change) => Of(change).Select(finding => finding.Key);

    private static IReadOnlyList<Finding> Of(Func<ListingFacts, ListingFacts> change) => GroupChecks.Of(Make(change), Hall, hasOwnCalendar: false, ["en", "ur", "pl"], now);

    private static Listing Make(Func<ListingFacts, ListingFacts> change)
    {
        var listing = new Listing { Id = "singers", Slug = "singers", Culture = "en" };
        foreach (var culture in new[] { "en", "ur", "pl" })
        {
            listing.Texts.Add(new ListingText
            {
                Id = "singers-" + culture,
                ListingId = "singers",
                Culture = culture,
                VersionId = "v1",
                SourceVersion = culture == "en" ? null : "v1",
                Review = culture == "en" ? null : ContentTexts.Reviewed,
                Words = new ListingWords { Title = "Singers", Summary = "Sing.", Description = "We sing.", FirstVisit = "Joan opens the door." },
            });
        }

        listing.Put(change(new ListingFacts
        {
            VenueId = "hall",
            Attendance = [AttendanceWays.InPerson],
            ActivityIds = ["singing"],
            Languages = ["en"],
            Schedules = [new Schedule { Frequency = Frequency.Weekly, ByDay = ["TU"], Start = new TimeOnly(10, 0) }],
            ContactPhone = "01632 960201",
            AssuredOn = new DateOnly(2026, 11, 1),
        }));
        return listing;
    }
}
