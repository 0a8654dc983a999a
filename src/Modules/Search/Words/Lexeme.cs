namespace Portal.Search.Words;

/// <summary>
/// A word as the database's full text holds it: field, language and stem in one, <c>t:en:walk</c>. So each database answers from
/// its own index which entries have a word where, knowing nothing of fields, languages and weights; and both answer the same.
/// </summary>
internal static class Lexeme
{
    /// <summary>What lexemes of the terms begin with that an item names first; terms are in all languages at once.</summary>
    public const string OfFirstTerms = "m:";

    /// <summary>What lexemes of the other terms begin with.</summary>
    public const string OfTerms = "k:";

    /// <summary>What lexemes of titles in a language begin with.</summary>
    public static string OfTitle(string language) => $"t:{language.ToLowerInvariant()}:";

    /// <summary>What lexemes of summaries in a language begin with.</summary>
    public static string OfSummary(string language) => $"s:{language.ToLowerInvariant()}:";

    /// <summary>What lexemes of bodies in a language begin with.</summary>
    public static string OfText(string language) => $"b:{language.ToLowerInvariant()}:";
}
