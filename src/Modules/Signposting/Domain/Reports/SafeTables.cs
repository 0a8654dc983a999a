namespace Portal.Signposting.Domain.Reports;

/// <summary>A table as it may be shown.</summary>
/// <param name="Parts">Its rows by value.</param>
internal sealed record SafeTable(Cell Total, IReadOnlyDictionary<string, Cell> Parts)
{
    public Shown Of(string value) => Parts.TryGetValue(value, out var cell) ? cell.Shown : Total.Shown.IsHidden ? Shown.Hidden : Shown.Count(0);
}

/// <summary>
/// Makes tables of the counted months under the rule. What may be shown of a figure depends on what is shown of those it is the sum of: of its months or
/// quarters, of its teams, of its rows. So each table is made from the smaller ones up, the same whichever report asks for it.
/// </summary>
internal sealed class SafeTables
{
    private readonly IReadOnlyDictionary<int, MonthCounts> months;
    private readonly IReadOnlyList<string> teams;
    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<(Span, string?, string), SafeTable> made = [];

    /// <param name="months">The counts by number of the month; a month without any is missing.</param>
    public SafeTables(IReadOnlyDictionary<int, MonthCounts> months)
    {
        this.months = months;
        teams = [.. months.Values.SelectMany(month => month.Teams.Keys).Where(team => team.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The table of a measure.</summary>
    /// <param name="team">Null for the whole service.</param>
    public SafeTable Of(Span span, string? team, string measure)
    {
        if (Measure.AtTheEnd.Contains(measure)) span = new Span(span.Last, 1);
        if (!made.TryGetValue((span, team, measure), out var table)) made[(span, team, measure)] = table = Make(span, team, measure);
        return table;
    }

    /// <summary>How many waited how many days, for a median.</summary>
    public IReadOnlyDictionary<int, int> DaysOf(Span span, string? team, string measure)
    {
        if (Measure.AtTheEnd.Contains(measure)) span = new Span(span.Last, 1);
        return Counts(span, team, measure).ToDictionary(days => int.Parse(days.Key, System.Globalization.CultureInfo.InvariantCulture), days => days.Value);
    }

    private SafeTable Make(Span span, string? team, string measure)
    {
        var counts = Counts(span, team, measure);
        var smaller = span.Parts().Select(part => Of(part, team, measure)).ToList();
        var ofTeams = team is null ? teams.Select(one => Of(span, one, measure)).ToList() : [];
        var total = Sum(counts.Values.Sum(), smaller, ofTeams, table => table.Total);
        if (Measure.IsDays(measure)) return new SafeTable(total, new Dictionary<string, Cell>(StringComparer.Ordinal));
        var known = ValuesOf(measure);
        var parts = known.Select(value => Sum(counts.GetValueOrDefault(value), smaller, ofTeams, table => table.Parts[value])).ToList();
        Disclosure.Protect(total, parts);
        return new SafeTable(total, known.Zip(parts).ToDictionary(part => part.First, part => part.Second, StringComparer.Ordinal));
    }

    /// <summary>A figure beside those it is the sum of. It is a star too where it would give one of them away.</summary>
    private static Cell Sum(int count, List<SafeTable> smaller, List<SafeTable> ofTeams, Func<SafeTable, Cell> pick)
    {
        var cell = Cell.Of(count);
        return Disclosure.IsSafe(cell, [.. smaller.Select(pick)], hasMore: smaller.Count == 0) && Disclosure.IsSafe(cell, [.. ofTeams.Select(pick)], hasMore: true) ? cell : cell.Hide();
    }

    /// <summary>Every value that the measure has anywhere, so that tables of one measure have the same rows.</summary>
    private IReadOnlyList<string> ValuesOf(string measure)
    {
        if (!values.TryGetValue(measure, out var known))
            values[measure] = known = [.. months.Values.SelectMany(month => month.Teams.Values).SelectMany(counts => counts.GetValueOrDefault(measure)?.Keys ?? Enumerable.Empty<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return known;
    }

    private Dictionary<string, int> Counts(Span span, string? team, string measure)
    {
        var sum = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = span.First; month <= span.Last; month++)
        {
            if (!months.TryGetValue(month, out var counts)) continue;
            if (team is null)
            {
                foreach (var measures in counts.Teams.Values) AddTo(sum, measures, measure);
            }
            else if (counts.Teams.TryGetValue(team, out var own))
            {
                AddTo(sum, own, measure);
            }
        }

        return sum;
    }

    private static void AddTo(Dictionary<string, int> sum, Dictionary<string, Dictionary<string, int>> measures, string measure)
    {
        if (!measures.TryGetValue(measure, out var found)) return;
        foreach (var (value, count) in found) sum[value] = sum.GetValueOrDefault(value) + count;
    }
}
