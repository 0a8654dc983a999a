namespace Portal.Learning.Contracts;

/// <summary>What somebody writes in one language.</summary>
/// <param name="Title">Title; never empty.</param>
/// <param name="Gist">What it says in one paragraph.</param>
/// <param name="Body">The whole of it in Markdown; empty where a thing has no more than its gist.</param>
/// <param name="SourceVersion">Version of the source that a translation says the same as; null for the source itself, or when nobody said.</param>
/// <param name="Review"><see cref="TranslatedText.Machine"/>, <see cref="TranslatedText.Reviewed"/>, or null for a text a person wrote.</param>
public sealed record WrittenText(string Title, string Gist, string Body, string? SourceVersion = null, string? Review = null);

/// <summary>The text of a thing in one language. One of its languages is the source, the others are translations of it.</summary>
public abstract class TranslatedText
{
    /// <summary>A machine made the translation and nobody has looked at it.</summary>
    public const string Machine = "machine";

    /// <summary>A person who reads both languages has looked at the translation.</summary>
    public const string Reviewed = "reviewed";

    /// <summary>BCP 47 code of the language.</summary>
    public required string Language { get; init; }

    /// <summary>Id of the content item that holds this language in a recipe.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>Id of what is written now; another one after every change.</summary>
    public string VersionId { get; private set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it says in one paragraph.</summary>
    public string Gist { get; private set; } = "";

    /// <summary>The whole of it in Markdown.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Version of the source that this translation says the same as.</summary>
    public string? SourceVersion { get; private set; }

    /// <summary><see cref="Machine"/>, <see cref="Reviewed"/>, or null.</summary>
    public string? Review { get; private set; }

    /// <summary>True while a machine's translation waits for somebody to look at it.</summary>
    public bool IsMachineTranslated => Review == Machine;

    /// <summary>What is written now.</summary>
    public WrittenText Written => new(Title, Gist, Body, SourceVersion, Review);

    /// <summary>True when the source was changed after this translation was made from it.</summary>
    public bool IsOutOfDate(TranslatedText source) => Language != source.Language && SourceVersion is not null && SourceVersion != source.VersionId;

    /// <summary>Writes it anew.</summary>
    public virtual void Write(string versionId, WrittenText text)
    {
        VersionId = versionId;
        (Title, Gist, Body, SourceVersion, Review) = text;
    }
}

/// <summary>Chooses among the languages of a thing.</summary>
public static class TranslatedTexts
{
    /// <summary>The text in the first language of a chain that has one; null only when there is no text at all.</summary>
    public static TText? For<TText>(this IEnumerable<TText> texts, IReadOnlyList<string> fallbackChain, Func<TText, string> language)
    {
        var all = texts.ToList();
        foreach (var wanted in fallbackChain)
        {
            var index = all.FindIndex(text => language(text) == wanted);
            if (index >= 0) return all[index];
        }

        return all.Count > 0 ? all[0] : default;
    }
}
