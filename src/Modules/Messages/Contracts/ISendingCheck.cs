namespace Portal.Messages.Contracts;

/// <summary>
/// Asked just before a sealed message goes, which may be a night after it was written: what holds for the person now decides. The module that wrote it answers.
/// </summary>
public interface ISendingCheck
{
    /// <summary>Why a message must not go any more; null when it may, or belongs to another module.</summary>
    Task<HoldBack?> WhyNotAsync(MessageToSend message, CancellationToken cancellationToken);
}

/// <summary>A sealed message that is about to go.</summary>
public sealed record MessageToSend
{
    /// <summary>True for a text message; else an e-mail.</summary>
    public required bool IsText { get; init; }

    /// <summary>Number or address it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Id of what it is about; see <c>OutboxMessage.About</c>.</summary>
    public string? About { get; init; }

    /// <summary>What was heeded when it was written; see <see cref="LetterToWrite.Heeded"/>.</summary>
    public string? Heeded { get; init; }
}

/// <summary>That a message is held back. It stands in the audit trail at its subject.</summary>
/// <param name="Reason">A word for why, at most 20 letters; says nothing of the person.</param>
public sealed record HoldBack(string Reason, string SubjectKind, string SubjectId);
