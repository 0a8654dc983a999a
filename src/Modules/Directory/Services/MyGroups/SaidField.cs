namespace Portal.Directory.Services;

/// <summary>One thing that a listing says, in words.</summary>
/// <param name="Key">Names it, together with <paramref name="Culture"/>.</param>
/// <param name="Culture">Language of the words where they are the group's own; null where they are made in the reader's.</param>
/// <param name="Label">What it is, in the reader's language.</param>
/// <param name="Words">What is said; empty when nothing is.</param>
internal sealed record SaidField(string Key, string? Culture, string Label, string Words);

/// <summary>One thing said differently before and after.</summary>
internal sealed record Difference(string Key, string? Culture, string Label, string Before, string After)
{
    /// <summary>What differs between two states of a listing.</summary>
    public static IReadOnlyList<Difference> Between(IReadOnlyList<SaidField> before, IReadOnlyList<SaidField> after)
    {
        var differences = new List<Difference>();
        foreach (var (key, culture, label) in before.Concat(after).Select(field => (field.Key, field.Culture, field.Label)).DistinctBy(field => (field.Key, field.Culture)))
        {
            var (was, became) = (WordsOf(before, key, culture), WordsOf(after, key, culture));
            if (was != became) differences.Add(new Difference(key, culture, label, was, became));
        }

        return differences;
    }

    private static string WordsOf(IReadOnlyList<SaidField> fields, string key, string? culture)
        => fields.FirstOrDefault(field => field.Key == key && field.Culture == culture)?.Words ?? "";
}
