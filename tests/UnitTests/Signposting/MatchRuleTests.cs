using Portal.Search.Contracts;
using Portal.Signposting.Domain.Matching;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

/// <summary>Each criterion by itself: what it says and what it counts. The table is in docs/matching.md.</summary>
public sealed class MatchRuleTests
{
    private static readonly DateOnly today = new(2026, 11, 28);

    [Fact]
    public void A_group_that_answers_no_need_is_left_out()
    {
        var wishes = new Wishes { Needs = ["sleep"], Activities = ["singing"] };

        Found(wishes, Criterion.Need, new Group(["need=mood"])).ShouldBe((Verdict.Excludes, 0));
        Found(wishes, Criterion.Need, new Group(["need=sleep"])).ShouldBe((Verdict.Fits, 30));
        Found(wishes, Criterion.Need, new Group(["need=sleep", "category=singing"])).ShouldBe((Verdict.Fits, 60));
        Order(wishes, new Group(["need=mood"])).ShouldBeNull();
        Found(new Wishes(), Criterion.Need, new Group([])).Verdict.ShouldBe(Verdict.Silent);
    }

    [Fact]
    public void No_more_than_two_needs_count()
        => Found(new Wishes { Needs = ["a", "b", "c"] }, Criterion.Need, new Group(["need=a", "need=b", "need=c"])).ShouldBe((Verdict.Fits, 60));

    [Theory]
    [InlineData("slot=TU-morning", nameof(Verdict.Fits), 25)]
    [InlineData("slot=TU-evening", nameof(Verdict.Against), -25)]
    [InlineData("slot=WE-morning", nameof(Verdict.Against), -25)]
    [InlineData("cost=free", nameof(Verdict.Unknown), -5)]
    public void Day_and_time_belong_together(string facet, string verdict, int points)
        => Found(new Wishes { Days = ["TU", "TH"], Times = ["morning"] }, Criterion.When, new Group([facet])).ShouldBe((Enum.Parse<Verdict>(verdict), points));

    [Fact]
    public void Days_alone_mean_any_time_and_times_alone_any_day()
    {
        Found(new Wishes { Days = ["TU"] }, Criterion.When, new Group(["slot=TU-evening"])).Verdict.ShouldBe(Verdict.Fits);
        Found(new Wishes { Times = ["evening"] }, Criterion.When, new Group(["slot=SU-evening"])).Verdict.ShouldBe(Verdict.Fits);
        Found(new Wishes(), Criterion.When, new Group(["slot=SU-evening"])).Verdict.ShouldBe(Verdict.Silent);
    }

    [Theory]
    [InlineData(nameof(Reach.Walk), 0.4, nameof(Verdict.Fits), 20)]
    [InlineData(nameof(Reach.Walk), 0.9, nameof(Verdict.Fits), 15)]
    [InlineData(nameof(Reach.Walk), 1.8, nameof(Verdict.Against), -15)]
    [InlineData(nameof(Reach.Walk), 2.1, nameof(Verdict.Excludes), 0)]
    [InlineData(nameof(Reach.Bus), 4.9, nameof(Verdict.Fits), 15)]
    [InlineData(nameof(Reach.Bus), 10.1, nameof(Verdict.Excludes), 0)]
    [InlineData(nameof(Reach.Lift), 10, nameof(Verdict.Fits), 15)]
    [InlineData(nameof(Reach.Lift), 20, nameof(Verdict.Against), -15)]
    public void Distance_is_measured_by_how_one_travels(string reach, double miles, string verdict, int points)
        => Found(new Wishes { Place = "BD18", Reach = Enum.Parse<Reach>(reach) }, Criterion.Reach, new Group([], miles)).ShouldBe((Enum.Parse<Verdict>(verdict), points));

    [Fact]
    public void What_can_be_joined_from_anywhere_is_never_too_far()
    {
        var wishes = new Wishes { Place = "BD18", Reach = Reach.Walk };

        Found(wishes, Criterion.Reach, new Group([], 40, Anywhere: true)).ShouldBe((Verdict.Partly, 5));
        Found(wishes, Criterion.Reach, new Group([], null, Anywhere: true)).ShouldBe((Verdict.Partly, 5));
        Found(wishes, Criterion.Reach, new Group([])).ShouldBe((Verdict.Unknown, -5));
    }

    [Fact]
    public void Who_cannot_travel_gets_only_what_comes_to_them()
    {
        Found(new Wishes { Reach = Reach.Home }, Criterion.Reach, new Group([], 0.1)).ShouldBe((Verdict.Excludes, 0));
        Found(new Wishes { Reach = Reach.Home }, Criterion.Reach, new Group([], Anywhere: true)).ShouldBe((Verdict.Partly, 20));
    }

    [Theory]
    [InlineData("language=ur", nameof(Verdict.Fits), 20)]
    [InlineData("language=en", nameof(Verdict.Against), -20)]
    [InlineData("cost=free", nameof(Verdict.Unknown), -5)]
    public void The_language_spoken(string facet, string verdict, int points)
        => Found(new Wishes { Languages = ["ur", "pa"] }, Criterion.Language, new Group([facet])).ShouldBe((Enum.Parse<Verdict>(verdict), points));

    [Fact]
    public void What_is_not_said_of_access_is_not_known()
    {
        var wishes = new Wishes { Access = ["step-free", "hearing-loop"] };

        Found(wishes, Criterion.Access, new Group(["access=step-free", "access=hearing-loop"])).ShouldBe((Verdict.Fits, 16));
        Found(wishes, Criterion.Access, new Group(["access=step-free"])).ShouldBe((Verdict.Unknown, 0));
        Found(wishes, Criterion.Access, new Group([])).ShouldBe((Verdict.Unknown, -16));
    }

    [Theory]
    [InlineData(nameof(Purse.FreeOnly), "cost=free", nameof(Verdict.Fits), 10)]
    [InlineData(nameof(Purse.FreeOnly), "cost=donation", nameof(Verdict.Partly), 5)]
    [InlineData(nameof(Purse.FreeOnly), "price=small", nameof(Verdict.Excludes), 0)]
    [InlineData(nameof(Purse.Little), "price=small", nameof(Verdict.Partly), 5)]
    [InlineData(nameof(Purse.Little), "cost=paid", nameof(Verdict.Against), -10)]
    [InlineData(nameof(Purse.Any), "cost=paid", nameof(Verdict.Partly), 0)]
    [InlineData(nameof(Purse.Any), "cost=free", nameof(Verdict.Fits), 0)]
    public void The_cost(string purse, string facet, string verdict, int points)
        => Found(new Wishes { Purse = Enum.Parse<Purse>(purse) }, Criterion.Cost, new Group([facet])).ShouldBe((Enum.Parse<Verdict>(verdict), points));

    [Theory]
    [InlineData(false, "audience=women", nameof(Verdict.Fits), 15)]
    [InlineData(false, "audience=men", nameof(Verdict.Against), -15)]
    [InlineData(false, "audience=everyone", nameof(Verdict.Silent), 0)]
    [InlineData(false, "cost=free", nameof(Verdict.Silent), 0)]
    [InlineData(true, "audience=women", nameof(Verdict.Fits), 15)]
    [InlineData(true, "audience=everyone", nameof(Verdict.Excludes), 0)]
    [InlineData(true, "cost=free", nameof(Verdict.Excludes), 0)]
    public void Who_it_is_for(bool only, string facet, string verdict, int points)
        => Found(new Wishes { Audiences = ["women"], OnlyTheseAudiences = only }, Criterion.Audience, new Group([facet])).ShouldBe((Enum.Parse<Verdict>(verdict), points));

    [Theory]
    [InlineData(nameof(Readiness.OneToOne), "how=phone", nameof(Verdict.Partly), 10)]
    [InlineData(nameof(Readiness.OneToOne), "contact=named", nameof(Verdict.Fits), 5)]
    [InlineData(nameof(Readiness.SmallGroup), "contact=named", nameof(Verdict.Fits), 5)]
    [InlineData(nameof(Readiness.SmallGroup), "how=phone", nameof(Verdict.Unknown), -5)]
    [InlineData(nameof(Readiness.Any), "contact=named", nameof(Verdict.Silent), 0)]
    public void How_ready_somebody_is_for_a_group(string readiness, string facet, string verdict, int points)
        => Found(new Wishes { Readiness = Enum.Parse<Readiness>(readiness) }, Criterion.Readiness, new Group([facet])).ShouldBe((Enum.Parse<Verdict>(verdict), points));

    [Fact]
    public void Room_counts_whatever_is_wished()
    {
        Found(new Wishes(), Criterion.Room, new Group(["places=waiting-list"])).ShouldBe((Verdict.Against, -10));
        Found(new Wishes(), Criterion.Room, new Group(["places=full"])).ShouldBe((Verdict.Against, -20));
        Found(new Wishes(), Criterion.Room, new Group([], Rests: true)).ShouldBe((Verdict.Against, -20));
        Found(new Wishes(), Criterion.Room, new Group([])).Verdict.ShouldBe(Verdict.Silent);
    }

    [Theory]
    [InlineData(12, nameof(Verdict.Fits), 5)]
    [InlineData(60, nameof(Verdict.Fits), 5)]
    [InlineData(61, nameof(Verdict.Partly), 0)]
    [InlineData(180, nameof(Verdict.Partly), 0)]
    [InlineData(181, nameof(Verdict.Against), -10)]
    [InlineData(null, nameof(Verdict.Unknown), -10)]
    public void How_fresh_the_page_is(int? days, string verdict, int points)
        => Found(new Wishes(), Criterion.Freshness, new Group([], AssuredOn: days is { } ago ? today.AddDays(-ago) : null)).ShouldBe((Enum.Parse<Verdict>(verdict), points));

    [Fact]
    public void The_order_is_the_sum_of_the_lines_and_of_those_alike_the_nearer_comes_first()
    {
        var wishes = new Wishes { Needs = ["sleep"], Languages = ["ur"], Place = "BD18", Reach = Reach.Bus };
        var group = new Group(["need=sleep", "language=ur", "places=full"], 1, AssuredOn: today);

        Order(wishes, group)!.Value.ShouldBeInRange(30 + 20 + 20 - 20 + 5, 30 + 20 + 20 - 20 + 5 + 0.99);
        Order(wishes, group with { Miles = 2 })!.Value.ShouldBeLessThan(Order(wishes, group)!.Value);
        Order(wishes, group with { Miles = 2, Facets = ["need=sleep", "language=ur"] })!.Value.ShouldBeGreaterThan(Order(wishes, group)!.Value);
    }

    [Fact]
    public void The_fullest_form_asks_no_more_than_a_rule_may()
    {
        var most = Enumerable.Range(0, Wishes.MostValues).Select(number => $"v{number}").ToList();
        var wishes = new Wishes { Needs = most, Activities = most, Days = Wishes.WeekDays, Times = Wishes.PartsOfDay, Languages = [.. most.Select(value => value[..2])], Access = most, Audiences = most };

        new MatchQuestions(wishes).Asked.Count.ShouldBeLessThanOrEqualTo(ScanQuery.MostAsked);
    }

    private static (Verdict Verdict, int Points) Found(Wishes wishes, Criterion criterion, Group group)
    {
        var asked = new MatchQuestions(wishes);
        var finding = new MatchRule(wishes, asked, today, 180).Explain(group.In(asked)).SingleOrDefault(finding => finding.Criterion == criterion);
        return (finding.Verdict, finding.Points);
    }

    private static double? Order(Wishes wishes, Group group)
    {
        var asked = new MatchQuestions(wishes);
        return new MatchRule(wishes, asked, today, 180).Order(group.In(asked));
    }

    /// <summary>A group as the index has it.</summary>
    private sealed record Group(IReadOnlyList<string> Facets, double? Miles = null, bool Anywhere = false, bool Rests = false, DateOnly? AssuredOn = null)
    {
        public ScannedItem In(MatchQuestions asked)
        {
            var has = UInt128.Zero;
            for (var question = 0; question < asked.Asked.Count; question++)
            {
                var (group, value) = asked.Asked[question];
                if (Facets.Any(facet => facet.Split('=')[0] == group && (value == ScanQuery.AnyValue || facet == $"{group}={value}"))) has |= UInt128.One << question;
            }

            return new ScannedItem(has, Miles, Miles is not null, Anywhere, Rests, AssuredOn);
        }
    }
}
