namespace Portal.Directory.Contracts;

/// <summary>Whom to write to when somebody is to be introduced to a group, and what the group says about itself when it answers.</summary>
public interface IGroupAnswers
{
    /// <summary>How to reach a public group; null when the public sees none of that id.</summary>
    Task<GroupContact?> ContactAsync(string listingId, CancellationToken cancellationToken);

    /// <summary>
    /// Says on the page of the group that it is full until a day, or takes that back. With its entry in the history, so that those who keep the page see it
    /// and can change it. Saved at once, in the running transaction.
    /// </summary>
    /// <param name="listingId">Id over all languages.</param>
    /// <param name="before">The day it said before by the same answer, which is taken back; null when it said none.</param>
    /// <param name="until">First day on which there may be room again; null for nothing of the kind.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task SayFullAsync(string listingId, DateOnly? before, DateOnly? until, CancellationToken cancellationToken);

    /// <summary>Tells the moderators that the group no longer meets. The caller saves.</summary>
    void ReportStopped(string listingId);
}

/// <summary>How to reach a group.</summary>
/// <param name="Title">Its name in its own language.</param>
/// <param name="Language">Its own language.</param>
/// <param name="Emails">Where to write: the address on its page, or else those who keep it; empty when there is none. An address that is private is never among them.</param>
/// <param name="IsKeepers">True when <paramref name="Emails"/> are those of the people who keep the page.</param>
/// <param name="Name">Whom to ask for; null when that is not public.</param>
/// <param name="Phone">Number to call; null when there is none that is public.</param>
public sealed record GroupContact(string ListingId, string Slug, string Title, string Language, IReadOnlyList<string> Emails, bool IsKeepers, string? Name, string? Phone);
