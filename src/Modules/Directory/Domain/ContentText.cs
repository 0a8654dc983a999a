namespace Portal.Directory.Domain;

/// <summary>What a thing says in one language. The language it was first written in is the source; the others translate it.</summary>
internal abstract class ContentText
{
    /// <summary>Id of the content item that carries this language in recipes.</summary>
    public required string Id { get; init; }

    /// <summary>BCP 47 code.</summary>
    public required string Culture { get; init; }

    /// <summary>Changes whenever the text does.</summary>
    public string VersionId { get; set; } = "";

    /// <summary>For a translation, <see cref="VersionId"/> of the source when it was translated; null for the source itself.</summary>
    public string? SourceVersion { get; set; }

    /// <summary><c>machine</c> while no person has looked at the translation, <c>reviewed</c> afterwards; null for the source.</summary>
    public string? Review { get; set; }

    /// <summary>Name or title.</summary>
    public string Title { get; set; } = "";
}

/// <summary>Chooses among the texts of a thing.</summary>
internal static class ContentTexts
{
    public const string Machine = "machine";
    public const string Reviewed = "reviewed";

    /// <summary>The text in the first language of the chain that there is; any text where none fits.</summary>
    public static TText Choose<TText>(this IReadOnlyCollection<TText> texts, IReadOnlyList<string> chain)
        where TText : ContentText
    {
        foreach (var language in chain)
        {
            foreach (var text in texts)
            {
                if (text.Culture == language) return text;
            }
        }

        return texts.First();
    }

    /// <summary>The text in a language, or null.</summary>
    public static TText? In<TText>(this IEnumerable<TText> texts, string culture)
        where TText : ContentText
        => texts.FirstOrDefault(text => text.Culture == culture);

    /// <summary>The first wording there is along the chain, with its language: a translation may lack what the source has.</summary>
    public static Wording? Find<TText>(this IReadOnlyCollection<TText> texts, IReadOnlyList<string> chain, Func<TText, string?> field)
        where TText : ContentText
    {
        foreach (var language in chain)
        {
            foreach (var text in texts)
            {
                if (text.Culture == language && field(text) is { Length: > 0 } words) return new Wording(words, language);
            }
        }

        return null;
    }
}

/// <summary>A piece of text and the language it is written in.</summary>
internal sealed record Wording(string Text, string Language);
