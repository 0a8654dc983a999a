using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class SuggestionMergeTests
{
    private static readonly ListingSnapshot start = new(
        "singers",
        new ListingFacts { Cost = Cost.Paid, CostPence = 200, ContactPhone = "01632 960201", VenueId = "hall", Attendance = ["in-person"] },
        new Dictionary<string, ListingWords>(StringComparer.Ordinal) { ["en"] = new() { Title = "Singers", Summary = "Sing." } },
        new Dictionary<string, TranslationState>(StringComparer.Ordinal));

    [Fact]
    public void What_belongs_together_is_one_part()
    {
        Parts(start with { Facts = start.Facts with { Cost = Cost.Free, CostPence = null } }).ShouldBe(["Facts.Cost"]);
        Parts(start with { Facts = start.Facts with { CostPence = 300 } }).ShouldBe(["Facts.Cost"]);
        Parts(start with { Facts = start.Facts with { Attendance = ["online"] } }).ShouldBe(["Facts.VenueId"]);
    }

    [Fact]
    public void Words_are_parts_by_language_and_a_new_language_is_one_part()
    {
        Parts(WithWords("en", start.Texts["en"] with { Title = "The Singers", FirstVisit = "Come in." })).ShouldBe(["Texts.en.Title", "Texts.en.FirstVisit"], ignoreOrder: true);
        Parts(WithWords("ur", new ListingWords { Title = "گلوکار" })).ShouldBe(["Texts.ur"]);
    }

    [Fact]
    public void Changes_of_others_stay_where_the_suggestion_says_nothing_of_them()
    {
        var merge = Merge(start with { Facts = start.Facts with { CostPence = 300 } }, start with { Facts = start.Facts with { ContactPhone = "01632 960299", Places = Places.Full } });

        merge.IsFree.ShouldBeTrue();
        var merged = merge.TakeAll().Facts;
        (merged.CostPence, merged.ContactPhone, merged.Places).ShouldBe((300, "01632 960299", Places.Full));
    }

    [Fact]
    public void The_same_part_changed_in_two_ways_has_to_be_chosen()
    {
        var merge = Merge(start with { Facts = start.Facts with { CostPence = 300 } }, start with { Facts = start.Facts with { Cost = Cost.Free, CostPence = null } });

        merge.Parts.ShouldBe([("Facts.Cost", PartStanding.ChangedSince)]);
        merge.IsFree.ShouldBeFalse();
        merge.Take([]).Facts.Cost.ShouldBe(Cost.Free);
        merge.Take(["Facts.Cost"]).Facts.CostPence.ShouldBe(300);
        merge.WithPartAsBefore("Facts.Cost").Facts.CostPence.ShouldBe(200);
    }

    [Fact]
    public void The_same_change_by_somebody_else_needs_no_choice()
        => Merge(start with { Facts = start.Facts with { CostPence = 300 } }, start with { Facts = start.Facts with { CostPence = 300 } })
            .Parts.ShouldBe([("Facts.Cost", PartStanding.AlreadySo)]);

    [Fact]
    public void Better_words_take_the_place_of_those_suggested()
    {
        var merge = Merge(WithWords("en", start.Texts["en"] with { Summary = "Sing for a hour." }), start);

        merge.Take([], new Dictionary<string, string?>(StringComparer.Ordinal) { ["Texts.en.Summary"] = "Sing for an hour." }).Texts["en"].Summary.ShouldBe("Sing for an hour.");
        merge.Take([], new Dictionary<string, string?>(StringComparer.Ordinal) { ["Texts.en.Summary"] = null }).Texts["en"].Summary.ShouldBeNull();
    }

    [Fact]
    public void A_part_that_was_emptied_is_emptied()
    {
        var merge = Merge(start with { Facts = start.Facts with { ContactPhone = null } }, start with { Facts = start.Facts with { Places = Places.Full } });

        merge.TakeAll().Facts.ContactPhone.ShouldBeNull();
    }

    [Theory]
    [InlineData(nameof(KeeperRule.Everybody), 1, null, null, true)]
    [InlineData(nameof(KeeperRule.AfterApprovals), 1, null, null, false)]
    [InlineData(nameof(KeeperRule.AfterApprovals), 1, 1, null, true)]
    [InlineData(nameof(KeeperRule.AfterApprovals), 3, 2, null, false)]
    [InlineData(nameof(KeeperRule.AfterApprovals), 0, 0, null, false)]
    [InlineData(nameof(KeeperRule.ByHand), 1, 9, null, false)]
    [InlineData(nameof(KeeperRule.ByHand), 1, 0, true, true)]
    [InlineData(nameof(KeeperRule.Everybody), 1, 9, false, false)]
    public void What_a_person_decided_comes_before_the_rule(string rule, int asked, int? approved, bool? byHand, bool expected)
        => KeeperTrust.IsGiven(
            new ModerationSettings { Rule = Enum.Parse<KeeperRule>(rule), Approvals = asked },
            approved is null ? null : new KeeperTrust { Email = "joan@example.org", Approved = approved.Value, ByHand = byHand }).ShouldBe(expected);

    private static ListingSnapshot WithWords(string culture, ListingWords words)
        => start with { Texts = new Dictionary<string, ListingWords>(start.Texts, StringComparer.Ordinal) { [culture] = words } };

    private static IReadOnlyList<string> Parts(ListingSnapshot after) => SnapshotParts.Changed(SnapshotParts.Of(start), SnapshotParts.Of(after));

    private static SuggestionMerge Merge(ListingSnapshot after, ListingSnapshot now)
        => new(SnapshotParts.Of(start).ToJsonString(PortalJson.Options), SnapshotParts.Of(after).ToJsonString(PortalJson.Options), now);
}
