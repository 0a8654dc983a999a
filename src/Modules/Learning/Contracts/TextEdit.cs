namespace Portal.Learning.Contracts;

/// <summary>What came of saving.</summary>
public enum SaveResult
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>There was nothing to save.</summary>
    Unchanged,

    /// <summary>Somebody else saved it in the meantime; nothing was overwritten.</summary>
    Conflict,
}

/// <summary>What somebody wrote in one language.</summary>
public sealed record TextEdit
{
    /// <summary>Language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Version of the text that was on the page; empty when there was none.</summary>
    public required string VersionSeen { get; init; }

    /// <summary>Title as typed.</summary>
    public required string Title { get; init; }

    /// <summary>Gist as typed.</summary>
    public required string Gist { get; init; }

    /// <summary>Body as typed; empty for a kind of thing that has none.</summary>
    public required string Body { get; init; }

    /// <summary>Version of the source that stood beside a translation.</summary>
    public string? SourceVersionSeen { get; init; }

    /// <summary>True when the writer says that the translation says the same as that source.</summary>
    public bool MatchesSource { get; init; }

    /// <summary>True when the writer has looked at the translation and found it good.</summary>
    public bool IsChecked { get; init; }

    /// <summary>True for a correction of the source after which its translations still say the same.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Why { get; init; }

    /// <summary>What is to be written.</summary>
    /// <param name="saved">What was written in that language before; null when nothing was.</param>
    /// <param name="isSource">True when it is the language the thing was first written in.</param>
    public WrittenText Over(TranslatedText? saved, bool isSource)
    {
        var isSameAsSource = saved is null || MatchesSource;
        return new WrittenText(
            Title.Trim(),
            Gist.Trim(),
            Body.ReplaceLineEndings("\n").Trim(),
            isSource ? null : isSameAsSource ? SourceVersionSeen : saved!.SourceVersion,
            isSource ? null : IsChecked ? TranslatedText.Reviewed : saved?.Review);
    }
}
