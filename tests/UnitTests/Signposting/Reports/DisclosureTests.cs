using Portal.Signposting.Domain.Reports;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting.Reports;

/// <summary>From everything that a reader can see of generated services, no star can be told exactly.</summary>
public sealed class DisclosureTests
{
    private const string Kind = "contacts.way";

    [Fact]
    public void Rounding_alone_would_give_a_small_number_away()
    {
        // 8 and 8 and 1: shown as 10, 10, a star and 15, where only 13 to 17 is possible.
        Cell[] parts = [Cell.Of(8), Cell.Of(8), Cell.Of(1)];
        Disclosure.IsSafe(Cell.Of(17), parts).ShouldBeFalse();
        Disclosure.Protect(Cell.Of(17), parts);
        parts.Count(part => part.Shown.IsHidden).ShouldBe(2);
    }

    [Fact]
    public void Of_fewer_than_eight_nothing_is_broken_down()
    {
        Cell[] parts = [Cell.Of(0), Cell.Of(7)];
        Disclosure.Protect(Cell.Of(7), parts);
        parts.ShouldAllBe(part => part.Shown.IsHidden);
    }

    [Fact]
    public void A_lone_star_beside_a_total_stays_where_rounding_hides_it()
    {
        Cell[] parts = [Cell.Of(40), Cell.Of(3)];
        Disclosure.Protect(Cell.Of(43), parts);
        parts[0].Shown.IsHidden.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 12)]
    [InlineData(3, 40)]
    public void No_star_can_be_told_from_rows_teams_and_times_together(int seed, int most)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var (first, months) = (Months.Of(2026, 1), new Dictionary<int, MonthCounts>());
            string[] teams = ["", "north", "south"];
            string[] values = ["a", "b", "c", "d"];
            for (var month = first; month < first + 12; month++)
            {
                months[month] = new MonthCounts();
                foreach (var team in teams)
                {
                    foreach (var value in values) months[month].Add(team, Kind, value, Math.Max(0, random.Next(-most / 2, most)));
                }
            }

            var reader = new Reader(new SafeTables(months), new Span(first, 12), ["north", "south"], values);
            reader.Think();
            reader.Told().ShouldBeEmpty($"seed {seed}, round {round}");
        }
    }

    [Fact]
    public void The_reader_of_this_test_does_find_what_rounding_alone_gives_away()
    {
        var months = new Dictionary<int, MonthCounts> { [Months.Of(2026, 1)] = new() };
        foreach (var (value, count) in new[] { ("a", 8), ("b", 8), ("c", 1), ("d", 0) }) months[Months.Of(2026, 1)].Add("", Kind, value, count);
        var reader = new Reader(new SafeTables(months), new Span(Months.Of(2026, 1), 1), [], ["a", "b", "c", "d"], roundsOnly: true);
        reader.Think();
        reader.Told().ShouldNotBeEmpty();
    }

    /// <summary>
    /// Somebody who sees every table of every time and team, knows the rule, and goes on drawing conclusions from all sums until nothing follows any more.
    /// A star may be any number for them, also 0 where a total is a star, because the report says so.
    /// </summary>
    private sealed class Reader
    {
        private const long Any = 1_000_000;
        private readonly Dictionary<(Span, string, string), (long Low, long High)> known = [];
        private readonly List<((Span, string, string) Total, List<(Span, string, string)> Parts, bool HasMore)> sums = [];
        private readonly HashSet<(Span, string, string)> stars = [];

        public Reader(SafeTables tables, Span all, string[] teams, string[] values, bool roundsOnly = false)
        {
            foreach (var span in Within(all).ToList())
            {
                foreach (var team in teams.Prepend(""))
                {
                    var table = tables.Of(span, team.Length == 0 ? null : team, Kind);
                    See((span, team, ""), table.Total, roundsOnly);
                    foreach (var value in values) See((span, team, value), table.Parts.GetValueOrDefault(value), roundsOnly);
                    sums.Add(((span, team, ""), [.. values.Select(value => (span, team, value))], false));
                    foreach (var value in values.Prepend(""))
                    {
                        if (span.Parts().Any()) sums.Add(((span, team, value), [.. span.Parts().Select(part => (part, team, value))], false));
                        if (team.Length == 0 && teams.Length > 0) sums.Add(((span, "", value), [.. teams.Select(one => (span, one, value))], true));
                    }
                }
            }
        }

        public void Think()
        {
            for (var isNew = true; isNew;)
            {
                isNew = false;
                foreach (var (total, parts, hasMore) in sums)
                {
                    isNew |= Narrow(total, parts.Sum(part => known[part].Low), hasMore ? Any : parts.Sum(part => known[part].High));
                    foreach (var part in parts)
                    {
                        var others = parts.Where(other => other != part).ToList();
                        isNew |= Narrow(part, hasMore ? 0 : known[total].Low - others.Sum(other => known[other].High), known[total].High - others.Sum(other => known[other].Low));
                    }
                }
            }
        }

        /// <summary>Small numbers of which only one is left.</summary>
        public IEnumerable<string> Told() => stars.Where(star => known[star].Low == known[star].High).Select(star => $"{star} is {known[star].Low}");

        private static IEnumerable<Span> Within(Span span) => span.Parts().SelectMany(Within).Prepend(span);

        private void See((Span, string, string) key, Cell cell, bool roundsOnly)
        {
            var shown = roundsOnly ? Shown.Count(cell.Count) : cell.Shown;
            known[key] = shown.IsHidden ? (roundsOnly ? 1 : 0, Any) : shown.Possible;
            // That nobody is there is no secret: 0 is shown.
            if (shown.IsHidden && cell.Count is > 0 and < Shown.Fewest) stars.Add(key);
        }

        private bool Narrow((Span, string, string) key, long low, long high)
        {
            var (least, most) = known[key];
            known[key] = (Math.Max(least, low), Math.Min(most, high));
            return known[key] != (least, most);
        }
    }
}
