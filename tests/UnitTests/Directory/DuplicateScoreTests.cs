using Portal.Directory.Domain;
using Portal.Search.Contracts;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

/// <summary>When two listings are likely one group.</summary>
public sealed class DuplicateScoreTests
{
    private static readonly DuplicateProfile walkers = Group("walkers", "Manningham Walkers") with
    {
        Contacts = DuplicateProfile.ContactsOf("01632 960201", null, "walk@example.org", "https://www.walkers.example.org/"),
        VenueId = "hall",
        Postcode = "BD8 7HY",
        Point = new Point(53.81, -1.77),
        Schedules = [Weekly("TU", 10, 0)],
    };

    [Theory]
    [InlineData("Manningham Walkers")]
    [InlineData("Maningham walkers")]
    [InlineData("The Manningham walkers group")]
    public void The_same_group_typed_again_with_another_venue_record_is_found(string name)
        => Points(walkers, walkers with { Id = "again", Names = [SearchWords.Of(name)], VenueId = "hall-2", Schedules = [Weekly("TU", 10, 15)] }).ShouldBeGreaterThanOrEqualTo(DuplicateScore.Threshold);

    [Fact]
    public void A_group_that_changed_its_name_is_found_by_all_else()
        => Points(walkers, walkers with { Id = "again", Names = [SearchWords.Of("Lister Park strollers")] }).ShouldBe(DuplicateScore.Threshold);

    [Fact]
    public void A_name_in_another_language_does_not_hide_the_same_name_in_one()
        => Points(walkers, walkers with { Id = "again", Names = [SearchWords.Of("منگھم واکرز"), .. walkers.Names], VenueId = null }).ShouldBeGreaterThanOrEqualTo(DuplicateScore.Threshold);

    [Fact]
    public void Two_groups_of_one_organiser_in_one_hall_are_not()
        => Points(walkers, walkers with { Id = "lunch", Names = [SearchWords.Of("Lunch club")], Schedules = [Weekly("FR", 12, 0)] }).ShouldBeLessThan(DuplicateScore.Threshold);

    [Fact]
    public void The_same_class_on_two_days_is_not()
        => Points(
            walkers with { Names = [SearchWords.Of("Chair yoga Monday")], Schedules = [Weekly("MO", 10, 0)] },
            walkers with { Id = "thursday", Names = [SearchWords.Of("Chair yoga Thursday")], Schedules = [Weekly("TH", 10, 0)] }).ShouldBeLessThan(DuplicateScore.Threshold);

    [Fact]
    public void Groups_of_one_name_in_two_towns_are_not()
        => Points(walkers, Group("far", "Manningham Walkers") with { VenueId = "other", Postcode = "BD18 3EL", Point = new Point(53.835, -1.777), Schedules = [Weekly("TU", 10, 0)] })
            .ShouldBeLessThan(DuplicateScore.Threshold);

    [Fact]
    public void The_number_of_an_office_that_many_groups_give_says_little()
    {
        var (a, b) = (walkers, walkers with { Id = "again", Names = [SearchWords.Of("Lister Park strollers")] });
        var reasons = DuplicateScore.Of(a, b, new NameLikeness([a, b]), _ => DuplicateScore.SharedByMany + 1).Reasons;
        reasons.ShouldContain(reason => reason.Key == "office");
        reasons.ShouldNotContain(reason => reason.Key == "contact");
    }

    [Fact]
    public void What_speaks_against_it_is_told_too()
    {
        var other = walkers with { Id = "again", VenueId = "far", Postcode = "LS1 4AP", Point = new Point(53.79, -1.54), Schedules = [Weekly("SA", 10, 0)] };
        DuplicateScore.Of(walkers, other, new NameLikeness([walkers, other]), _ => 1).Reasons.Where(reason => reason.Points < 0).Select(reason => reason.Key).ShouldBe(["far", "other-days"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("01632 960201", "+44 1632 960201")]
    [InlineData("01632960201", "0044 (0)1632 960201")]
    public void One_number_written_two_ways_is_one(string one, string other)
        => DuplicateProfile.ContactsOf(one, null, null, null).ShouldBe(DuplicateProfile.ContactsOf(null, other, null, null));

    [Theory]
    [InlineData("https://www.example.org/walks/", "http://example.org/Walks?from=leaflet")]
    [InlineData("https://example.org", "https://www.example.org/")]
    public void One_website_written_two_ways_is_one(string one, string other)
        => DuplicateProfile.ContactsOf(null, null, null, one).ShouldBe(DuplicateProfile.ContactsOf(null, null, null, other));

    [Fact]
    public void Pages_of_one_website_are_not_one_contact()
        => DuplicateProfile.ContactsOf(null, null, null, "https://example.org/walks").ShouldNotBe(DuplicateProfile.ContactsOf(null, null, null, "https://example.org/choir"));

    /// <summary>Among other groups, some of which have the common words.</summary>
    private static int Points(DuplicateProfile a, DuplicateProfile b)
        => DuplicateScore.Of(a, b, new NameLikeness([a, b, Group("1", "Shipley walking group"), Group("2", "Monday group"), Group("3", "Lunch and chat group"), Group("4", "Chair yoga at home")]), _ => 2).Points;

    private static DuplicateProfile Group(string id, string name) => new() { Id = id, Names = [SearchWords.Of(name)], Contacts = [] };

    private static Schedule Weekly(string day, int hour, int minute) => new() { Frequency = Frequency.Weekly, ByDay = [day], Start = new TimeOnly(hour, minute) };
}
