using Portal.Platform.Data;

namespace Portal.Signposting.Domain.Referrals;

/// <summary>
/// A practice's own address to refer from: who has it needs no account. Its code is known only to those who were given it: the
/// table has a hash, which needs no salt because a code carries 130 random bits.
/// </summary>
internal sealed class ReferrerLink : IBehindTheScenes
{
    public const int CodeLength = 26;
    public const int LongestName = 120;

    public required string Id { get; init; }

    /// <summary>The practice, as the team knows it.</summary>
    public required string Name { get; set; }

    /// <summary>Id of the team that decides on what comes by it; null for whoever decides.</summary>
    public string? TeamId { get; set; }

    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    public required string CodeHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was stopped; null while it works.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Stops it. False when it was stopped already.</summary>
    public bool Stop(DateTimeOffset now)
    {
        if (StoppedAt is not null) return false;
        StoppedAt = now;
        return true;
    }

    /// <summary>Lets it work again.</summary>
    public bool Resume()
    {
        if (StoppedAt is null) return false;
        StoppedAt = null;
        return true;
    }
}
