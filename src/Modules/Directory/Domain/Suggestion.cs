using Portal.Platform.Data;

namespace Portal.Directory.Domain;

internal enum SuggestionKind
{
    /// <summary>A change by somebody who keeps the page and is not trusted yet.</summary>
    Change,

    /// <summary>What a reader says is right.</summary>
    Correction,

    /// <summary>A group that has no page yet.</summary>
    NewListing,
}

internal enum SuggestionState
{
    /// <summary>Waits for a moderator.</summary>
    Waiting,

    /// <summary>A moderator asked for something; whoever suggested it can change it and send it again.</summary>
    Returned,

    Approved,

    /// <summary>Taken back by whoever suggested it.</summary>
    Withdrawn,

    /// <summary>A moderator decided that the page stays as it is.</summary>
    Declined,
}

/// <summary>What somebody would change on a group's page, or a new page, until a moderator has decided. The public sees none of it.</summary>
internal sealed class Suggestion : IBehindTheScenes
{
    public required string Id { get; init; }

    public required SuggestionKind Kind { get; init; }

    /// <summary>The group it is about; null for a new one until it is published.</summary>
    public string? ListingId { get; set; }

    /// <summary>Name of the group when it was suggested.</summary>
    public required string Title { get; set; }

    /// <summary>Language the group writes in.</summary>
    public required string Culture { get; init; }

    public SuggestionState State { get; set; }

    /// <summary>Counts the changes, so that two people who decide at the same time do not both win.</summary>
    public int Revision { get; set; }

    /// <summary>The page as it was when the suggestion was begun, as JSON of a <see cref="ListingSnapshot"/>; null for a new group.</summary>
    public string? Before { get; init; }

    /// <summary>The page as it would be, as JSON of a <see cref="ListingSnapshot"/>.</summary>
    public required string After { get; set; }

    /// <summary>A place that is not in the directory yet, as JSON; made when it is approved.</summary>
    public string? Place { get; set; }

    /// <summary>What else was said to the moderators.</summary>
    public string? Why { get; set; }

    /// <summary>Id of the user who suggests it; null for the public.</summary>
    public string? UserId { get; init; }

    /// <summary>Name to show; null when none was given.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address for an answer, in lower case.</summary>
    public string? Email { get; init; }

    /// <summary>True when somebody says that they help to run the group.</summary>
    public bool HelpsToRun { get; init; }

    /// <summary>Language to answer in.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it stands as it does and waits, or when it was last decided on.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Name of the moderator who decided last.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Number of the entry in the group's history that the approval made.</summary>
    public long? AuditNumber { get; set; }

    /// <summary>What moderators wrote to whoever suggested it, the oldest first.</summary>
    public IReadOnlyList<SuggestionMessage> Messages { get; set; } = [];

    public bool IsOpen => State is SuggestionState.Waiting or SuggestionState.Returned;

    /// <summary>Counts one more change.</summary>
    public void Change(SuggestionState state, DateTimeOffset now)
    {
        (State, ChangedAt) = (state, now);
        Revision++;
    }

    /// <summary>Says who decided what.</summary>
    public void Decide(SuggestionState state, string by, DateTimeOffset now)
    {
        Change(state, now);
        (DecidedBy, DecidedAt) = (by, now);
    }
}

/// <summary>A moderator's words to whoever suggested something.</summary>
internal sealed record SuggestionMessage(DateTimeOffset At, string By, string Text);
