using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class MoreSectionTests
{
    private static readonly DateOnly today = new(2026, 11, 28);

    [Fact]
    public void A_list_has_room_for_one_more_until_it_is_full_and_loses_what_was_taken_off()
    {
        new Contacts().WithRoom().Items.ShouldHaveSingleItem().IsBlank.ShouldBeTrue();
        new Contacts().WithRoom().WithRoom().Items.Count.ShouldBe(1);
        var full = new Contacts { Items = [.. Enumerable.Range(0, Contacts.Most).Select(_ => new RelevantContact { Name = "A" })] };
        full.WithRoom().Items.Count.ShouldBe(Contacts.Most);
        new Contacts { Items = [new() { Name = "A" }, new() { Name = "B", IsGone = true }, new()] }.Kept().Items.ShouldHaveSingleItem().Name.ShouldBe("A");
    }

    [Fact]
    public void A_contact_needs_a_name_unless_it_is_taken_off()
    {
        FieldsOf(new Contacts { Items = [new(), new() { Phone = "01632 960123" }] }).ShouldBe(["Items[1].Name"]);
        FieldsOf(new Contacts { Items = [new() { Phone = "x", IsGone = true }] }).ShouldBeEmpty();
        FieldsOf(new Contacts { Items = [new() { Name = "A", May = ["everything"] }] }).ShouldBe(["Items[0].May"]);
    }

    [Fact]
    public void A_concern_warns_until_the_day_it_is_over()
    {
        var concern = new Concern { What = "A", On = TypedDate.Of(today.AddYears(-1)) };
        new Safeguarding().IsPresent(today).ShouldBeFalse();
        new Safeguarding { Items = [concern] }.IsPresent(today).ShouldBeTrue();
        new Safeguarding { Items = [concern with { Until = TypedDate.Of(today) }] }.IsPresent(today).ShouldBeTrue();
        new Safeguarding { Items = [concern with { Until = TypedDate.Of(today.AddDays(-1)) }] }.IsPresent(today).ShouldBeFalse();
    }

    [Fact]
    public void A_looked_after_child_and_a_plan_for_one_not_yet_born_warn_too()
    {
        new Safeguarding { LookedAfterFrom = TypedDate.Of(today) }.IsPresent(today).ShouldBeTrue();
        new Safeguarding { UnbornFrom = TypedDate.Of(today.AddMonths(-3)), UnbornUntil = TypedDate.Of(today.AddDays(-1)) }.IsPresent(today).ShouldBeFalse();
    }

    [Fact]
    public void Dates_out_of_order_and_dates_that_are_none_are_found()
    {
        FieldsOf(new Safeguarding { Items = [new() { What = "A", On = TypedDate.Of(today), Until = TypedDate.Of(today.AddDays(-1)) }] }).ShouldBe(["Items[0].Until"]);
        FieldsOf(new CareServices { Items = [new() { Name = "A", From = new TypedDate { Day = "31", Month = "2", Year = "2025" } }] }).ShouldBe(["Items[0].From"]);
        FieldsOf(new Particulars { ImmigrationFrom = TypedDate.Of(today), ImmigrationUntil = TypedDate.Of(today) }).ShouldBeEmpty();
        FieldsOf(new Health { Pregnancy = "maybe", DueOn = new TypedDate { Day = "x" } }).ShouldBe(["Pregnancy", "DueOn"]);
        FieldsOf(new SocialContext { Smoking = "pipe" }).ShouldBe(["Smoking"]);
    }

    [Fact]
    public void Of_two_records_no_risk_and_no_concern_is_lost()
    {
        var one = new Risks { Answer = Risks.NoneKnown, Items = [new Risk { What = "Stairs", EndedOn = TypedDate.Of(today) }] };
        var other = new Risks { Answer = Risks.Some, Items = [new Risk { What = "Dog" }, new Risk { What = "Stairs", EndedOn = TypedDate.Of(today) }] };
        one.Join(other).Answer.ShouldBe(Risks.Some);
        one.Join(other).Items.Select(risk => risk.What).ShouldBe(["Stairs", "Dog"]);
        one.Join(one).Answer.ShouldBe(Risks.NoneKnown);

        var concerns = new Safeguarding { Items = [new() { What = "A" }] }.Join(new Safeguarding { Items = [new() { What = "B" }], UnbornFrom = TypedDate.Of(today), UnbornBy = "Bradford" });
        concerns.Items.Select(concern => concern.What).ShouldBe(["A", "B"]);
        (concerns.UnbornFrom.Value, concerns.UnbornBy).ShouldBe((today, "Bradford"));
    }

    [Fact]
    public void Of_two_records_a_consent_taken_back_later_does_not_come_back()
    {
        var old = new Consents().Give(Given("a", today.AddDays(-30)));
        var taken = new Consents().Give(Given("b", today.AddDays(-20))).Withdraw("b", today.AddDays(-10));
        var again = new Consents().Give(Given("c", today));

        old.Join(taken).Present("groups").ShouldBeNull();
        taken.Join(old).Items.Select(consent => consent.Id).ShouldBe(["b"]);
        taken.Join(again).Present("groups")!.Id.ShouldBe("c");
        old.Join(again).Items.ShouldHaveSingleItem().Id.ShouldBe("c");
    }

    private static Consent Given(string id, DateOnly day) => new() { Id = id, Scope = Consent.Groups, GivenOn = day, How = "spoken" };

    private static IEnumerable<string> FieldsOf(IPersonSection section) => section.Problems(today).Select(problem => problem.Field);
}
