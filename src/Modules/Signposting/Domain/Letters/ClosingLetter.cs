using System.Text.Json;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Letters;

/// <summary>The letter that sums up what a worker and a person did together, as it was sent or printed.</summary>
internal sealed class ClosingLetter : IBehindTheScenes
{
    public const int LongestOwnWords = 1500;

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    public required string Language { get; init; }

    /// <summary>User id of the worker.</summary>
    public required string ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The form in which it is read.</summary>
    public ReadingForm Form { get; init; }

    public bool ByEmail { get; init; }

    public bool ByText { get; init; }

    /// <summary>True when whoever referred the person got a copy.</summary>
    public bool ToReferrer { get; init; }

    public string SealedLines { get; private set; } = "";

    public IReadOnlyList<LetterLine> Lines(PrivateText texts) => JsonSerializer.Deserialize<List<LetterLine>>(texts.Open(SealedLines, Id, nameof(SealedLines)), PortalJson.Options)!;

    public void SetLines(PrivateText texts, IReadOnlyList<LetterLine> lines) => SealedLines = texts.Seal(JsonSerializer.Serialize(lines, PortalJson.Options), Id, nameof(SealedLines));
}
