namespace Portal.Learning.Contracts;

/// <summary>What a reader is told of a text that is not quite what they asked for; model of the view <c>/Pages/Learn/_TextNotes.cshtml</c>.</summary>
/// <param name="TextLanguage">Language the text is in.</param>
/// <param name="IsMachineTranslated">True while nobody has looked at the machine's work.</param>
/// <param name="IsOutOfDate">True when the source was changed since.</param>
/// <param name="SourceLanguage">Language of the original, to which a link leads.</param>
public sealed record TextNotes(string TextLanguage, bool IsMachineTranslated, bool IsOutOfDate, string SourceLanguage);
