namespace Portal.Directory.Contracts;

/// <summary>
/// A kind of thing that waits for a moderator. To put another kind in the queue, register a class of this contract, add the
/// texts <c>Kind.{kind}</c> and <c>Kind.{kind}.one</c>, and give it a page of its own; inside the directory one that shows the partial
/// <c>_Assignment</c>.
/// </summary>
public interface IModerationSource
{
    /// <summary>Short name, in addresses too: <c>report</c>.</summary>
    string Kind { get; }

    /// <summary>Place among the filters.</summary>
    int Order { get; }

    /// <summary>How many wait. One query.</summary>
    Task<int> CountAsync(ModerationFilter filter, CancellationToken cancellationToken);

    /// <summary>Those that have waited longest, the oldest first. A fixed number of queries.</summary>
    Task<IReadOnlyList<ModerationRow>> OldestAsync(ModerationFilter filter, int most, CancellationToken cancellationToken);

    /// <summary>Decides on several at once. Where a person has to look, the thing is left and told of.</summary>
    /// <returns>Ids of those that were decided on.</returns>
    Task<IReadOnlyList<string>> DecideAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken);
}

/// <summary>Which of the things are asked for.</summary>
/// <param name="Only">Ids to keep to; null for all.</param>
/// <param name="Except">Ids to leave out.</param>
public sealed record ModerationFilter(IReadOnlyCollection<string>? Only, IReadOnlyCollection<string> Except)
{
    /// <summary>All of them.</summary>
    public static ModerationFilter None { get; } = new(null, []);
}

/// <summary>A thing in the queue.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Id within its kind.</param>
/// <param name="Revision">Changes whenever the thing does.</param>
/// <param name="Title">Name of the group or feed.</param>
/// <param name="TextLanguage">Language of the name.</param>
/// <param name="Who">Who it comes from; null when nobody said.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Gist">A line of what it is, in the words of <paramref name="GistLanguage"/>; null when there is none.</param>
/// <param name="GistLanguage">Language of the gist.</param>
/// <param name="Path">Address of its page inside the tenant.</param>
public sealed record ModerationRow(string Kind, string Id, int Revision, string Title, string TextLanguage, string? Who, DateTimeOffset Since, string? Gist, string? GistLanguage, string Path);

/// <summary>A thing that was chosen for a decision on several.</summary>
/// <param name="Id">Id within its kind.</param>
/// <param name="Revision">Revision that was seen.</param>
public sealed record ChosenItem(string Id, int Revision);

/// <summary>What is decided on several things.</summary>
/// <param name="Approve">True to approve, or to call done what cannot be approved; false to send back.</param>
/// <param name="Message">What to write to those it comes from; null for nothing.</param>
public sealed record BulkDecision(bool Approve, string? Message);
