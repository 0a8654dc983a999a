using Portal.Search.Contracts;

namespace Portal.Search.Services;

/// <summary>
/// The order of what is found, the same on every database because it is computed here. Highest score first; what scores alike
/// goes by title, then by id.
/// <code>
/// score     = relevance × freshness
/// relevance = text                      words only
///             closeness                 place only
///             (text + closeness) / 2    both
///             1                         neither
/// text      = Σ weight(field) × rarity(word)  ÷  Σ 10 × rarity(word)       over the words looked for, 0 to 1
///             × words found / words looked for
/// weight    = title 10, the terms it names first 8, other terms 6, summary 4, body 2, languages not shown 1; half of it where only the
///             beginning of a word fits; a word in several fields: the most of these, and half of each other, 10 at most
/// rarity    = log2(1 + entries in all / entries with the word)
/// closeness = 5 / (5 + miles)           1 next door, ½ at five miles
/// freshness = 1; 0.6 when last confirmed longer ago than the site allows; 0.3 when much longer; 0.6 of that while it has a break
/// </code>
/// What has no place, or can be joined from anywhere, is taken to be as far away as the search reaches: at the radius, but no
/// nearer than 15 miles. So it comes after what is near and is never lost.
/// </summary>
internal static class Ranking
{
    private const double HalfwayMiles = 5;
    private const double MilesOfNoPlace = 15;

    /// <summary>What a word weighs in a field.</summary>
    public static double Weight(Field field, bool onlyBegun) => (onlyBegun ? 0.5 : 1) * field switch
    {
        Field.Title => 10,
        Field.FirstTerms => 8,
        Field.Terms => 6,
        Field.Summary => 4,
        Field.Text => 2,
        _ => 1,
    };

    /// <summary>What a word weighs that stands in one more field: what is filed under "sleep" and also speaks of it is more about sleep than what is only filed there.</summary>
    public static double Together(double weight, double another) => Math.Min(BestWeight, Math.Max(weight, another) + (Math.Min(weight, another) / 2));

    /// <summary>What is left of the text's weight when only some of the words are found.</summary>
    public static double Coverage(int found, int lookedFor) => (double)found / lookedFor;

    /// <summary>The best a word can weigh.</summary>
    public static double BestWeight => Weight(Field.Title, onlyBegun: false);

    /// <summary>How much a word says: the fewer entries have it, the more.</summary>
    public static double Rarity(int entries, int withWord) => withWord == 0 ? 0 : Math.Log2(1 + ((double)entries / withWord));

    /// <summary>How near, 0 to 1.</summary>
    /// <param name="miles">Distance; null where there is no place.</param>
    /// <param name="anywhere">True when it can be joined from anywhere.</param>
    /// <param name="withinMiles">The radius asked for, if any.</param>
    public static double Closeness(double? miles, bool anywhere, double? withinMiles)
    {
        var farthest = Math.Max(MilesOfNoPlace, withinMiles ?? 0);
        var taken = miles is null ? farthest : anywhere ? Math.Min(miles.Value, farthest) : miles.Value;
        return HalfwayMiles / (HalfwayMiles + taken);
    }

    /// <summary>How surely it takes place now. Things nobody has to confirm, such as articles, are always fresh.</summary>
    /// <param name="rests">True while it has a break.</param>
    public static double Freshness(DateOnly? assuredOn, DateOnly today, RankingAges ages, bool rests = false) => (rests ? 0.6 : 1) * (today.DayNumber - assuredOn?.DayNumber) switch
    {
        var days when days > ages.VeryStaleAfterDays => 0.3,
        var days when days > ages.StaleAfterDays => 0.6,
        _ => 1,
    };

    /// <summary>The score; null stands for words or place not asked for.</summary>
    public static double Score(double? text, double? closeness, double freshness)
        => freshness * ((text, closeness) switch
        {
            ({ } words, { } near) => (words + near) / 2,
            _ => text ?? closeness ?? 1,
        });
}
