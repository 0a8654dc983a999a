namespace PageTests.Search;

/// <summary>Something that somebody types, and the groups that help.</summary>
/// <param name="Language">Language that it is typed in: <c>bn</c> also on a site without Bengali.</param>
/// <param name="Grades">How well each group helps, by its slug: 3 just what was asked for, 2 fits well, 1 of some use.</param>
internal sealed record JudgedQuery(string Language, string Words, IReadOnlyDictionary<string, int> Grades)
{
    /// <summary>The queries of <c>judged-queries.txt</c>.</summary>
    public static IReadOnlyList<JudgedQuery> All { get; } = Read();

    /// <summary>
    /// How good an order is, 0 to 1: normalised discounted cumulative gain over the first ten, with gain 2^grade − 1 and discount log2(place + 1)
    /// (Burges et al., "Learning to Rank using Gradient Descent", 2005, after Järvelin and Kekäläinen, 2002).
    /// </summary>
    /// <param name="shown">Slugs of the groups shown, from the top.</param>
    public double Ndcg(IEnumerable<string> shown)
        => Gain(shown.Distinct(StringComparer.Ordinal).Select(slug => Grades.GetValueOrDefault(slug))) / Gain(Grades.Values.OrderDescending());

    private static double Gain(IEnumerable<int> grades) => grades.Take(10).Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();

    private static List<JudgedQuery> Read()
    {
        var queries = new List<JudgedQuery>();
        var grades = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Search", "judged-queries.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == ' ')
            {
                var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                foreach (var slug in parts[1..]) grades.Add(slug, parts[0][0] - '0');
            }
            else
            {
                grades = new Dictionary<string, int>(StringComparer.Ordinal);
                queries.Add(new JudgedQuery(line[..2], line[5..], grades));
            }
        }

        return queries;
    }
}
