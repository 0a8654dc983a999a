using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>A link in a letter by which one group is confirmed without signing in. Only the hash of its code is kept.</summary>
internal sealed class StillRightLink : IBehindTheScenes
{
    /// <summary>Letters of a code: 160 bits.</summary>
    public const int CodeLength = 32;

    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>SHA-256, in hexadecimal, of its code.</summary>
    public required string CodeHash { get; init; }

    public required string ListingId { get; init; }

    /// <summary>E-mail address it was sent to, in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Name of whom it was sent to, as the page will say who confirmed it.</summary>
    public required string Name { get; init; }

    /// <summary>True when it went to somebody who keeps the page; false when to the address on it, because nobody does.</summary>
    public required bool IsKeepers { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
