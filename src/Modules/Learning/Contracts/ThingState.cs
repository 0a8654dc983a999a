using System.Text.Json;
using Portal.Platform.Data;

namespace Portal.Learning.Contracts;

/// <summary>What the audit trail keeps of a thing before and after a change: one of its texts, or all but its texts.</summary>
/// <typeparam name="TDetails">All but its texts.</typeparam>
public sealed record ThingState<TDetails>(TextSnapshot? Text = null, TDetails? Details = null)
    where TDetails : ThingDetails
{
    /// <summary>The state of one of its texts.</summary>
    public static ThingState<TDetails> Of(TranslatedText text)
        => new(Text: new TextSnapshot(text.Language, text.VersionId, text.Title, text.Gist, text.Body, text.SourceVersion, text.Review));

    /// <summary>The state of all but its texts.</summary>
    public static ThingState<TDetails> Of(TDetails details) => new(Details: details);

    /// <summary>Reads what the audit trail kept; null when it kept nothing.</summary>
    public static ThingState<TDetails>? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<ThingState<TDetails>>(json, PortalJson.Options);
}

/// <summary>A text as it was.</summary>
public sealed record TextSnapshot(string Language, string VersionId, string Title, string Gist, string Body, string? SourceVersion, string? Review)
{
    /// <summary>What was written.</summary>
    public WrittenText Written() => new(Title, Gist, Body, SourceVersion, Review);
}

/// <summary>One thing that was done to a translated thing.</summary>
/// <param name="Entry">Who, when, what and why.</param>
/// <param name="TextBefore">The text before, where a text was changed.</param>
/// <param name="TextAfter">The text after.</param>
/// <param name="DetailsBefore">All but the texts before, where these were changed.</param>
/// <param name="DetailsAfter">All but the texts after.</param>
public sealed record ThingChange(AuditEntry Entry, TextSnapshot? TextBefore, TextSnapshot? TextAfter, ThingDetails? DetailsBefore, ThingDetails? DetailsAfter);
