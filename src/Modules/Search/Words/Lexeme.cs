namespace Portal.Search.Words;

/// <summary>Where in an item a word stands; the first fit counts.</summary>
internal enum Field
{
    /// <summary>The title shown.</summary>
    Title,

    /// <summary>Names and synonyms of its terms, in all languages.</summary>
    Terms,

    /// <summary>The summary and everything else in the language shown.</summary>
    Text,

    /// <summary>The texts in other languages.</summary>
    OtherLanguages,
}

/// <summary>
/// A word as the database's full text holds it: language of the readers, field and stem in one, <c>en:t:walk</c>. So both
/// databases answer which documents have a word where, each from its own index, without knowing columns, weights or languages.
/// </summary>
internal static class Lexeme
{
    /// <summary>All fields, the weightiest first.</summary>
    public static readonly IReadOnlyList<Field> Fields = Enum.GetValues<Field>();

    /// <summary>The lexeme of a stem in a field for readers of a language.</summary>
    public static string Of(string language, Field field, string stem) => string.Concat(Prefix(language, field), stem);

    /// <summary>What all lexemes of a field begin with.</summary>
    public static string Prefix(string language, Field field) => $"{language.ToLowerInvariant()}:{Mark(field)}:";

    private static char Mark(Field field) => field switch
    {
        Field.Title => 't',
        Field.Terms => 'k',
        Field.Text => 'b',
        Field.OtherLanguages => 'o',
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}
