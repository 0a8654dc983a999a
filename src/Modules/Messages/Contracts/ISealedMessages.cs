namespace Portal.Messages.Contracts;

/// <summary>What lies sealed among the messages: letters and texts that wait or were sent of late, and the key of the text gateway.</summary>
public interface ISealedMessages
{
    /// <summary>Seals with the newest key what an older one sealed. Answers with how many values that were, and how many could not be opened.</summary>
    Task<(int Sealed, int Unreadable)> ResealAsync(CancellationToken cancellationToken);
}
