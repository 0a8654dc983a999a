using System.Text;
using WordLexeme = Portal.Search.Words.Lexeme;

namespace Portal.Search.Services;

/// <summary>Where in an item a word stands, as a reader of one language sees it.</summary>
internal enum Field
{
    /// <summary>The title shown.</summary>
    Title,

    /// <summary>Names and synonyms of its terms, in all languages.</summary>
    Terms,

    /// <summary>The summary and body in the language shown.</summary>
    Text,

    /// <summary>Title, summary and body in the languages not shown.</summary>
    OtherLanguage,
}

/// <summary>All the places a word is looked up in: the terms, then title and text of each language that anything is written in.</summary>
internal sealed class SearchedFields(IReadOnlyList<string> languages)
{
    private readonly string[] beginnings =
        [WordLexeme.OfTerms, .. languages.SelectMany(language => new[] { WordLexeme.OfTitle(language), WordLexeme.OfText(language) })];

    /// <summary>How many lookups one word takes.</summary>
    public int Count => beginnings.Length;

    /// <summary>What stands for a word in one of the fields.</summary>
    public byte[] Lexeme(int field, string stem) => Encoding.UTF8.GetBytes(beginnings[field] + stem);

    /// <summary>What was found by a lookup, for an item of which the reader is shown the text in <paramref name="shown"/> (a place in the languages).</summary>
    public static Field FieldOf(int lookup, int shown)
    {
        if (lookup == 0) return Field.Terms;
        var (language, isText) = Math.DivRem(lookup - 1, 2);
        return language != shown ? Field.OtherLanguage : isText == 1 ? Field.Text : Field.Title;
    }
}
