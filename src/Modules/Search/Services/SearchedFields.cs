using System.Text;
using WordLexeme = Portal.Search.Words.Lexeme;

namespace Portal.Search.Services;

/// <summary>Where in an item a word stands, as a reader of one language sees it.</summary>
internal enum Field
{
    /// <summary>The title shown.</summary>
    Title,

    /// <summary>Names and synonyms of the terms it names first, in all languages.</summary>
    FirstTerms,

    /// <summary>Names and synonyms of its other terms, in all languages.</summary>
    Terms,

    /// <summary>The summary in the language shown.</summary>
    Summary,

    /// <summary>The body in the language shown.</summary>
    Text,

    /// <summary>Title, summary and body in the languages not shown.</summary>
    OtherLanguage,
}

/// <summary>All the places a word is looked up in: the terms, then title, summary and text of each language that anything is written in.</summary>
internal sealed class SearchedFields(IReadOnlyList<string> languages)
{
    private const int FieldsOfTerms = 2;

    private static readonly Field[] fieldsOfLanguage = [Field.Title, Field.Summary, Field.Text];

    private readonly string[] beginnings =
        [WordLexeme.OfFirstTerms, WordLexeme.OfTerms, .. languages.SelectMany(language => new[] { WordLexeme.OfTitle(language), WordLexeme.OfSummary(language), WordLexeme.OfText(language) })];

    /// <summary>How many lookups one word takes.</summary>
    public int Count => beginnings.Length;

    /// <summary>What stands for a word in one of the fields.</summary>
    public byte[] Lexeme(int field, string stem) => Encoding.UTF8.GetBytes(beginnings[field] + stem);

    /// <summary>What was found by a lookup, for an item of which the reader is shown the text in <paramref name="shown"/> (a place in the languages).</summary>
    public static Field FieldOf(int lookup, int shown)
    {
        if (lookup < FieldsOfTerms) return lookup == 0 ? Field.FirstTerms : Field.Terms;
        var (language, field) = Math.DivRem(lookup - FieldsOfTerms, fieldsOfLanguage.Length);
        return language != shown ? Field.OtherLanguage : fieldsOfLanguage[field];
    }
}
