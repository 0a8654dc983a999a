namespace Portal.Learning.Contracts;

/// <summary>A translated thing in the list for editors.</summary>
public sealed record ThingRow(string Id, string Slug, string SourceLanguage, bool IsPublished, IReadOnlyList<TextRow> Texts)
{
    /// <summary>The text it was first written as.</summary>
    public TextRow Source => Texts.First(text => text.Language == SourceLanguage);

    /// <summary>How a language stands.</summary>
    public TextState StateIn(string language)
    {
        if (language == SourceLanguage) return TextState.Source;
        if (Texts.FirstOrDefault(text => text.Language == language) is not { } text) return TextState.Missing;
        if (text.SourceVersion is not null && text.SourceVersion != Source.VersionId) return TextState.OutOfDate;
        return text.Review switch
        {
            TranslatedText.Machine => TextState.Machine,
            TranslatedText.Reviewed => TextState.Reviewed,
            _ => TextState.Written,
        };
    }
}

/// <summary>One language of a thing in the list.</summary>
public sealed record TextRow(string Language, string VersionId, string Title, string? SourceVersion, string? Review);

/// <summary>How a language of a thing stands.</summary>
public enum TextState
{
    /// <summary>Nothing is written.</summary>
    Missing,

    /// <summary>It is the language the thing was first written in.</summary>
    Source,

    /// <summary>A person wrote it.</summary>
    Written,

    /// <summary>A person looked at a machine's work.</summary>
    Reviewed,

    /// <summary>A machine wrote it and nobody has looked.</summary>
    Machine,

    /// <summary>The source was changed since.</summary>
    OutOfDate,
}
