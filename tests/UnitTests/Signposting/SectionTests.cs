using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class SectionTests
{
    private static readonly DateOnly today = new(2026, 11, 28);

    [Fact]
    public void A_section_with_only_spaces_in_it_is_empty()
        => SectionJson.Write(new Reach { Phone = "  ", Avoid = [] }).ShouldBeNull();

    [Fact]
    public void A_section_comes_back_as_it_was_written_without_what_is_empty()
    {
        var who = new Who { FirstName = " Rukhsana ", FamilyName = "Test", PreferredName = "", Born = new TypedDate { Day = "27", Month = "3", Year = "1961" } };

        var json = SectionJson.Write(who);

        json.ShouldBe("""{"FirstName":"Rukhsana","FamilyName":"Test","Born":"1961-03-27"}""");
        SectionJson.Read<Who>(json)!.Born.Value.ShouldBe(new DateOnly(1961, 3, 27));
        SectionJson.Read<Who>(json)!.FullName.ShouldBe("Rukhsana Test");
    }

    [Fact]
    public void A_text_that_is_too_long_is_named_as_its_field_is()
    {
        var risks = new Risks { Answer = Risks.Some, Items = [new Risk { What = "Falls" }, new Risk { What = new string('x', SectionJson.LongestText + 1) }] };

        SectionJson.TooLong(risks).ShouldBe(["Items[1].What"]);
    }

    [Theory]
    [InlineData("27", "3", "1961", true)]
    [InlineData("۲۷", "۳", "۱۹۶۱", true)]
    [InlineData(" 1 ", "01", "2000", true)]
    [InlineData("29", "2", "2023", false)]
    [InlineData("29", "2", "2024", true)]
    [InlineData("27", "3", "61", false)]
    [InlineData("0", "3", "1961", false)]
    [InlineData("27", "13", "1961", false)]
    [InlineData("x", "3", "1961", false)]
    [InlineData("", "", "", false)]
    public void Three_fields_make_a_date_or_none(string day, string month, string year, bool isDate)
        => (new TypedDate { Day = day, Month = month, Year = year }.Value is not null).ShouldBe(isDate);

    [Theory]
    [InlineData("27", "3", "1961", 65)]
    [InlineData("28", "11", "1961", 65)]
    [InlineData("29", "11", "1961", 64)]
    [InlineData("29", "2", "2024", 2)]
    public void The_age_counts_whole_years(string day, string month, string year, int age)
        => new Who { Born = new TypedDate { Day = day, Month = month, Year = year } }.AgeOn(today).ShouldBe(age);

    [Fact]
    public void Who_needs_names_and_a_possible_date_of_birth()
    {
        FieldsOf(new Who()).ShouldBe(["FirstName", "FamilyName", "Born"]);
        var known = new Who { FirstName = "A", FamilyName = "B", Born = TypedDate.Of(new DateOnly(1961, 3, 27)) };
        FieldsOf(known).ShouldBeEmpty();
        FieldsOf(known with { Born = TypedDate.Of(today.AddDays(1)) }).ShouldBe(["Born"]);
        FieldsOf(known with { Born = TypedDate.Of(new DateOnly(1899, 1, 1)) }).ShouldBe(["Born"]);
        FieldsOf(known with { NhsNumber = "943 476 5910" }).ShouldBe(["NhsNumber"]);
        FieldsOf(known with { NhsNumber = "943 476 5919" }).ShouldBeEmpty();
    }

    [Fact]
    public void That_no_risk_is_known_has_to_be_said()
    {
        FieldsOf(new Risks()).ShouldBe(["Answer"]);
        FieldsOf(new Risks { Answer = Risks.NoneKnown }).ShouldBeEmpty();
        FieldsOf(new Risks { Answer = Risks.Some }).ShouldBe(["Items[0].What"]);
        FieldsOf(new Risks { Answer = Risks.Some, Items = [new Risk { What = "Falls" }] }).ShouldBeEmpty();
        FieldsOf(new Risks { Answer = Risks.NoneKnown, Items = [new Risk { What = "Falls" }] }).ShouldBe(["Answer"]);
        FieldsOf(new Risks { Answer = Risks.NoneKnown, Items = [new Risk { What = "Falls", IsOver = true }] }).ShouldBeEmpty();
    }

    [Fact]
    public void A_risk_keeps_the_day_since_when_it_is_known_and_gets_the_day_it_is_over()
    {
        var before = new Risks { Answer = Risks.Some, Items = [new Risk { What = "Falls" }, new Risk { What = "Dog" }] }.Dated(null, today.AddYears(-1));

        var after = new Risks { Answer = Risks.Some, Items = [new Risk { What = " " }, new Risk { What = "Dog", IsOver = true }, new Risk { What = "Stairs" }] }.Dated(before, today);

        after.Items.Select(risk => (risk.What, risk.Since.Value, risk.EndedOn.Value)).ShouldBe(
            [("Dog", today.AddYears(-1), today), ("Stairs", today, (DateOnly?)null)]);
        after.Present.Select(risk => risk.What).ShouldBe(["Stairs"]);
    }

    [Theory]
    [InlineData("O’Connor-Smith", "o'connor smith")]
    [InlineData("Żółkiewski", "Zołkiewski")]
    [InlineData("MÜLLER", "Muller")]
    public void Two_spellings_of_a_name_are_found_as_one(string one, string other) => PersonLookup.Normalise(one).ShouldBe(PersonLookup.Normalise(other));

    [Fact]
    public void Consent_holds_until_it_is_taken_back_and_stays_on_record()
    {
        var given = new Consents().Give(new Consent { Id = "a", Scope = "groups", GivenOn = today, How = "spoken" });
        given.Give(new Consent { Id = "b", Scope = "groups", GivenOn = today, How = "spoken" }).Items.Count.ShouldBe(1);

        var withdrawn = given.Withdraw("a", today.AddDays(1));

        withdrawn.Present("groups").ShouldBeNull();
        withdrawn.Items.ShouldHaveSingleItem().WithdrawnOn.ShouldBe(today.AddDays(1));
        withdrawn.Withdraw("a", today.AddDays(9)).Items[0].WithdrawnOn.ShouldBe(today.AddDays(1));
        withdrawn.Give(new Consent { Id = "b", Scope = "groups", GivenOn = today.AddDays(2), How = "spoken" }).Present("groups")!.Id.ShouldBe("b");
    }

    private static IEnumerable<string> FieldsOf(IPersonSection section) => section.Problems(today).Select(problem => problem.Field);
}
