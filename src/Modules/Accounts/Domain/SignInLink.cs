using System.Security.Cryptography;
using System.Text;
using Portal.Platform.Data;

namespace Portal.Accounts.Domain;

/// <summary>
/// A link that signs somebody in once. Only a hash of its code is kept. One is also kept for an address that nobody has, so
/// that asking takes the same time whether there is an account or not.
/// </summary>
internal sealed class SignInLink : IBehindTheScenes
{
    /// <summary>How long a link that somebody asked for works.</summary>
    public static readonly TimeSpan AskedFor = TimeSpan.FromMinutes(30);

    /// <summary>How long a link works that came unasked: an invitation, a reminder.</summary>
    public static readonly TimeSpan Sent = TimeSpan.FromDays(7);

    public required string Id { get; init; }

    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    public required string CodeHash { get; init; }

    /// <summary>Whom it signs in; null where nobody has the address.</summary>
    public required string? UserId { get; init; }

    /// <summary>SHA-256 of the normalised address that was typed in, to count how often it was; null for a link nobody asked for.</summary>
    public required string? AddressHash { get; init; }

    /// <summary>Where it leads: a path from the root of the host.</summary>
    public required string ReturnPath { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used; guards against two uses at once.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>True while it can sign somebody in.</summary>
    public bool IsGood(DateTimeOffset now) => UserId is not null && UsedAt is null && now < ExpiresAt;

    /// <summary>Uses it up.</summary>
    public void Use(DateTimeOffset now) => UsedAt = now;

    /// <summary>What is kept of a code or an address.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
