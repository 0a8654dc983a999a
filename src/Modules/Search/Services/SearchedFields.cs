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

    /// <summary>What a lookup finds: in items of which the reader is shown the text in that language (a place in the languages), and in all others.</summary>
    public static (int Language, Field Shown, Field Other) FieldOf(int lookup)
    {
        if (lookup < FieldsOfTerms) return lookup == 0 ? (0, Field.FirstTerms, Field.FirstTerms) : (0, Field.Terms, Field.Terms);
        var (language, field) = Math.DivRem(lookup - FieldsOfTerms, fieldsOfLanguage.Length);
        return (language, fieldsOfLanguage[field], Field.OtherLanguage);
    }
}
