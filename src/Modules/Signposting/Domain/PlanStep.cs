using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain;

/// <summary>One thing the person means to do: an action of the plan.</summary>
internal sealed class PlanStep : IBehindTheScenes
{
    public const int LongestNote = 300;
    public const int LongestTitle = 120;
    public const int LongestWho = 120;
    public const int LongestWhen = 120;

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    /// <summary>Place in the plan; smaller first, not without gaps.</summary>
    public required int Order { get; set; }

    public required StepKind Kind { get; init; }

    /// <summary>Id of the listing, article or programme; null for own words.</summary>
    public string? ItemId { get; init; }

    public string? SealedTitle { get; private set; }

    public string? SealedNote { get; private set; }

    /// <summary>The goal it serves; null for none. It may have been taken out meanwhile.</summary>
    public string? GoalId { get; set; }

    public string? SealedWho { get; private set; }

    public string? SealedWhen { get; private set; }

    /// <summary>How sure the person is that they can do it, 0 to 10; null when nobody asked.</summary>
    public int? Confidence { get; set; }

    /// <summary>When worker and person look at it again; null while no day is set.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Day on which the person is reminded; null for none.</summary>
    public DateOnly? RemindOn { get; set; }

    /// <summary>When the reminder for <see cref="RemindOn"/> was written; null while it was not.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    /// <summary>When it was taken out; it can be put back until a job clears it away.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The step in own words; null for the other kinds.</summary>
    public string? Title(PrivateText texts) => SealedTitle is null ? null : texts.Open(SealedTitle, Id, nameof(SealedTitle));

    /// <summary>What to know besides: "Ask for Tuesday's host at the door"; empty when there is none.</summary>
    public string Note(PrivateText texts) => SealedNote is null ? "" : texts.Open(SealedNote, Id, nameof(SealedNote));

    /// <summary>Who does it, and with whom; empty when nothing is written.</summary>
    public string Who(PrivateText texts) => SealedWho is null ? "" : texts.Open(SealedWho, Id, nameof(SealedWho));

    /// <summary>When, in words: "after breakfast".</summary>
    public string When(PrivateText texts) => SealedWhen is null ? "" : texts.Open(SealedWhen, Id, nameof(SealedWhen));

    public void SetWho(PrivateText texts, string who) => SealedWho = who.Length == 0 ? null : texts.Seal(who, Id, nameof(SealedWho));

    public void SetWhen(PrivateText texts, string when) => SealedWhen = when.Length == 0 ? null : texts.Seal(when, Id, nameof(SealedWhen));

    /// <summary>Sets the day of the reminder; another day is a new reminder.</summary>
    public void SetReminder(DateOnly? day)
    {
        if (RemindOn == day) return;
        (RemindOn, RemindedAt) = (day, null);
    }

    public void SetTitle(PrivateText texts, string title) => SealedTitle = texts.Seal(title, Id, nameof(SealedTitle));

    public void SetNote(PrivateText texts, string note) => SealedNote = note.Length == 0 ? null : texts.Seal(note, Id, nameof(SealedNote));
}
