using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain;

/// <summary>One thing the person means to do.</summary>
internal sealed class PlanStep : IBehindTheScenes
{
    public const int LongestNote = 300;
    public const int LongestTitle = 120;

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    /// <summary>Place in the plan; smaller first, not without gaps.</summary>
    public required int Order { get; set; }

    public required StepKind Kind { get; init; }

    /// <summary>Id of the listing, article or programme; null for own words.</summary>
    public string? ItemId { get; init; }

    public string? SealedTitle { get; private set; }

    public string? SealedNote { get; private set; }

    /// <summary>When it was taken out; it can be put back until a job clears it away.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The step in own words; null for the other kinds.</summary>
    public string? Title(PrivateText texts) => SealedTitle is null ? null : texts.Open(SealedTitle, Id, nameof(SealedTitle));

    /// <summary>What to know besides: "Ask for Tuesday's host at the door"; empty when there is none.</summary>
    public string Note(PrivateText texts) => SealedNote is null ? "" : texts.Open(SealedNote, Id, nameof(SealedNote));

    public void SetTitle(PrivateText texts, string title) => SealedTitle = texts.Seal(title, Id, nameof(SealedTitle));

    public void SetNote(PrivateText texts, string note) => SealedNote = note.Length == 0 ? null : texts.Seal(note, Id, nameof(SealedNote));
}
