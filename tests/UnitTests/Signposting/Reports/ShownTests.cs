using System.Globalization;
using System.Reflection;
using Portal.Signposting.Domain.Reports;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting.Reports;

public sealed class ShownTests
{
    private static readonly CultureInfo english = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "*")]
    [InlineData(7, "*")]
    [InlineData(8, "10")]
    [InlineData(12, "10")]
    [InlineData(13, "15")]
    [InlineData(1_232, "1,230")]
    [InlineData(1_233, "1,235")]
    public void A_count_is_nothing_a_star_or_rounded_to_the_nearest_five(int count, string expected) => Shown.Count(count).Text(english).ShouldBe(expected);

    [Fact]
    public void A_share_is_of_what_is_shown()
    {
        // 23 of 48 is 48 %; shown are 25 of 50.
        Shown.Share(Shown.Count(23), Shown.Count(48)).Text(english).ShouldBe("50%");
        Shown.Share(Shown.Count(3), Shown.Count(48)).Text(english).ShouldBe("*");
        Shown.Share(Shown.Count(0), Shown.Count(48)).Text(english).ShouldBe("0%");
        Shown.Share(Shown.Count(0), Shown.Count(0)).IsNone.ShouldBeTrue();
        Shown.Without(Shown.Count(48), Shown.Count(12)).Text(english).ShouldBe("40");
        Shown.Without(Shown.Count(48), Shown.Count(2)).Text(english).ShouldBe("50");
    }

    [Fact]
    public void The_median_is_of_eight_waits_or_more()
    {
        Shown.DaysOf(Waits(1, 2, 3, 4, 5, 6, 7), 50).IsHidden.ShouldBeTrue();
        Shown.DaysOf(Waits(1, 2, 3, 4, 5, 6, 7, 8), 50).Text(english).ShouldBe("4.5");
        Shown.DaysOf(Waits(9, 1, 2, 3, 4, 5, 6, 7, 40), 50).Text(english).ShouldBe("5");
        Shown.DaysOf(Waits(), 50).IsNone.ShouldBeTrue();
    }

    [Fact]
    public void The_ninetieth_percentile_is_never_one_of_the_two_longest_waits()
    {
        Shown.DaysOf(Waits([.. Enumerable.Range(1, 19)]), 90).IsHidden.ShouldBeTrue();
        Shown.DaysOf(Waits([.. Enumerable.Range(1, 20)]), 90).Text(english).ShouldBe("18");
        Shown.DaysOf(Waits([.. Enumerable.Range(1, 100)]), 90).Text(english).ShouldBe("90");
    }

    [Fact]
    public void A_report_holds_no_number_but_what_the_rule_made()
    {
        Type[] parts = [typeof(Report), typeof(ReportSection), typeof(ReportTable), typeof(ReportRow)];
        foreach (var property in parts.SelectMany(part => part.GetProperties(BindingFlags.Instance | BindingFlags.Public)).Where(property => property.Name != "EqualityContract"))
            Holds(property.PropertyType).ShouldBeTrue($"{property.DeclaringType!.Name}.{property.Name}");
        Holds(typeof(IReadOnlyList<int>)).ShouldBeFalse();
        typeof(Shown).GetConstructors(BindingFlags.Instance | BindingFlags.Public).ShouldBeEmpty();

        bool Holds(Type type) => type == typeof(string) || type == typeof(bool) || type == typeof(Shown) || type == typeof(ReportPeriod) || parts.Contains(type) || (type.IsGenericType && type.GetGenericArguments().All(Holds));
    }

    private static Dictionary<int, int> Waits(params int[] days) => days.GroupBy(day => day).ToDictionary(day => day.Key, day => day.Count());
}
