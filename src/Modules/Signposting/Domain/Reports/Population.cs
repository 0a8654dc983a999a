using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Rights;

namespace Portal.Signposting.Domain.Reports;

/// <summary>How many people live where the service is, by age, sex and so on: published figures, beside which the report sets those who were reached.</summary>
internal sealed record Population
{
    /// <summary>Name of the row of settings.</summary>
    public const string Name = "signposting.population";

    public const int LongestSource = 200;

    /// <summary>Where the figures come from and of when they are, in words; the report says so.</summary>
    public string Source { get; init; } = "";

    /// <summary>Counts by dimension and value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Figures { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);

    /// <summary>Those that were replaced, so that they can be put back; null for none.</summary>
    public Population? Before { get; init; }

    public bool IsEmpty => Figures.Count == 0;

    /// <summary>The share of a value in its dimension.</summary>
    public Shown ShareOf(string dimension, string value)
        => Figures.TryGetValue(dimension, out var values) && values.TryGetValue(value, out var count) ? Shown.Published(count, values.Values.Sum()) : Shown.None;

    /// <summary>What the population can be divided by, with the measure of the people reached.</summary>
    public static IReadOnlyDictionary<string, string> Dimensions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["age"] = Measure.Age,
        ["sex"] = Measure.Sex,
        ["ethnicity"] = Measure.Ethnicity,
        ["language"] = Measure.Language,
        ["deprivation"] = Measure.Deprivation,
    };

    /// <summary>The values of a dimension; none where any language can stand.</summary>
    public static IReadOnlyList<string> ValuesOf(string dimension) => dimension switch
    {
        "age" => [.. new int?[] { 0, 18, 30, 40, 50, 60, 70, 80, 90 }.Select(age => Remains.BandOf(age)!)],
        "sex" => [.. Background.Sexes.Where(sex => sex != "unsaid")],
        "ethnicity" => [.. Background.EthnicGroups.Where(group => group != "unsaid")],
        "deprivation" => [.. Enumerable.Range(1, 10).Select(tenth => tenth.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        _ => [],
    };

    /// <summary>Whether there is such a value.</summary>
    public static bool IsValue(string dimension, string value) => ValuesOf(dimension) is { Count: > 0 } known ? known.Contains(value, StringComparer.Ordinal) : LanguageInfo.Find(value) is not null;
}

/// <summary>A line that cannot be read.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="TextKey">Key of the words that say what to do.</param>
/// <param name="Value">What stands there.</param>
internal sealed record PopulationFault(int Line, string TextKey, string Value);

/// <summary>Reads population figures as they are pasted: a dimension, a value and a count on each line.</summary>
internal static class PopulationLines
{
    public const int Longest = 20_000;
    private const int Fields = 3;
    private const int MostDigits = 9;

    public static (IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Figures, IReadOnlyList<PopulationFault> Faults) Read(string typed)
    {
        var (figures, faults, number) = (new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal), new List<PopulationFault>(), 0);
        foreach (var line in typed.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            // Spreadsheets that are copied part their cells with tabs.
            var cells = line.Split('\t', ',', ';').Select(cell => cell.Trim().Trim('"')).ToArray();
            if (cells.All(cell => cell.Length == 0) || (number == 1 && cells[0] == "dimension")) continue;
            if (FaultOf(cells, figures) is { } fault) faults.Add(new PopulationFault(number, fault.Key, fault.Value));
            else Add(figures, cells);
        }

        return (figures, faults);
    }

    /// <summary>The figures as lines again.</summary>
    public static string Write(Population population)
        => string.Join('\n', population.Figures.SelectMany(dimension => dimension.Value.Select(value => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{dimension.Key},{value.Key},{value.Value}"))));

    private static (string Key, string Value)? FaultOf(string[] cells, Dictionary<string, IReadOnlyDictionary<string, int>> figures)
    {
        if (cells.Length != Fields) return ("Population.Cells", string.Join(',', cells));
        var (dimension, value, count) = (cells[0], cells[1], cells[2]);
        if (!Population.Dimensions.ContainsKey(dimension)) return ("Population.Dimension", dimension);
        if (!Population.IsValue(dimension, value)) return ("Population.Value", value);
        if (count.Length is 0 or > MostDigits || !count.All(char.IsAsciiDigit)) return ("Population.Count", count);
        return figures.TryGetValue(dimension, out var known) && known.ContainsKey(value) ? ("Population.Twice", value) : null;
    }

    private static void Add(Dictionary<string, IReadOnlyDictionary<string, int>> figures, string[] cells)
    {
        var values = figures.TryGetValue(cells[0], out var known) ? (Dictionary<string, int>)known : new(StringComparer.Ordinal);
        values[cells[1]] = int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture);
        figures[cells[0]] = values;
    }
}
