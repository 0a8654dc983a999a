using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Directory.Domain;

/// <summary>How the website that a group names was when it was last looked at.</summary>
internal sealed class WebsiteCheck : IBehindTheScenes
{
    /// <summary>So often in a row it has to fail before anybody is told: a site may be down for a day.</summary>
    public const int TriesBeforeTold = 3;

    private static readonly TimeSpan usually = TimeSpan.FromDays(14);
    private static readonly TimeSpan afterFailure = TimeSpan.FromDays(1);
    private static readonly TimeSpan whileBroken = TimeSpan.FromDays(7);

    public required string ListingId { get; init; }

    /// <summary>The address that was looked at; where the group names another by now, this says nothing of it.</summary>
    public required string Address { get; set; }

    public DateTimeOffset? TriedAt { get; private set; }

    public DateTimeOffset NextTryAt { get; private set; }

    /// <summary>Why the last try failed, the last part of a key in the texts; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Since when it has failed; null when it does not.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Likeness of its words, see <see cref="WordPrint"/>; null where it could not be taken.</summary>
    public long? Print { get; private set; }

    /// <summary>When its words were last seen to be others; null when they never were.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>True once it has failed so often that somebody should look.</summary>
    public bool IsBroken => Failures >= TriesBeforeTold;

    /// <summary>Notes what came of asking.</summary>
    /// <param name="failure">Why it failed; null where the site is there.</param>
    /// <param name="print">Likeness of its words; null where there are none.</param>
    public void Take(string? failure, long? print, DateTimeOffset now)
    {
        TriedAt = now;
        if (failure is null)
        {
            (Failure, Failures, FailingSince, NextTryAt) = (null, 0, null, now + usually);
            if (print is not { } words) return;
            if (Print is { } before && !WordPrint.AreAlike(before, words)) ChangedAt = now;
            Print = words;
            return;
        }

        (Failure, Failures, FailingSince) = (failure, Failures + 1, FailingSince ?? now);
        NextTryAt = now + (IsBroken ? whileBroken : afterFailure);
    }

    /// <summary>Begins anew, since the group names another address.</summary>
    public void Restart(string address) => (Address, TriedAt, Failure, Failures, FailingSince, Print, ChangedAt) = (address, null, null, 0, null, null, null);

    /// <summary>Why an answer means that readers do not get there; null where they do. A site that only turns programs away is there.</summary>
    public static string? FailureOf(OutboundAnswer answer) => answer switch
    {
        { Result: OutboundResult.Read or OutboundResult.NotModified or OutboundResult.TooLarge } => null,
        { Result: OutboundResult.BadStatus, Status: 404 or 410 } => "Gone",
        { Result: OutboundResult.BadStatus, Status: >= 500 } => "Trouble",
        { Result: OutboundResult.BadStatus } => null,
        { Result: OutboundResult.BadAddress or OutboundResult.PrivateAddress } => "BadAddress",
        _ => answer.Result.ToString(),
    };
}
