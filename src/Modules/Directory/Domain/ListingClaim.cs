using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>How far a claim has come.</summary>
internal enum ClaimState
{
    /// <summary>The group was asked at the e-mail address on its page. If nobody says yes there in time, a moderator decides.</summary>
    Asked,

    /// <summary>The group cannot be asked: a moderator decides.</summary>
    Waiting,

    /// <summary>Whoever claimed it keeps the page now.</summary>
    Approved,

    /// <summary>They do not, and were told why.</summary>
    Returned,
}

/// <summary>Somebody says that they run a group whose page nobody keeps, and would keep it.</summary>
internal sealed class ListingClaim : IBehindTheScenes
{
    /// <summary>How long the link to the group works.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(7);

    public required string Id { get; init; }

    public required string ListingId { get; init; }

    /// <summary>E-mail address of who claims it, in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Language they were reading in.</summary>
    public required string Language { get; init; }

    /// <summary>How they know the group, in their words.</summary>
    public string? Words { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ClaimState State { get; set; }

    /// <summary>SHA-256, in hexadecimal, of the code in the link to the group; null when there is no such link.</summary>
    public string? CodeHash { get; init; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Name of who decided; <c>public</c> where it was the group by its link.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>What a moderator wrote to whoever claimed it; null for nothing.</summary>
    public string? Answer { get; private set; }

    /// <summary>True while nobody has decided.</summary>
    public bool IsOpen => State is ClaimState.Asked or ClaimState.Waiting;

    /// <summary>True while the link to the group works.</summary>
    public bool CanBeProven(DateTimeOffset now) => State == ClaimState.Asked && now < At + LinkLifetime;

    /// <summary>Claims of which it is a moderator's turn to decide.</summary>
    public static Expression<Func<ListingClaim, bool>> WaitForModerator(DateTimeOffset now)
    {
        var before = now - LinkLifetime;
        return claim => claim.State == ClaimState.Waiting || (claim.State == ClaimState.Asked && claim.At <= before);
    }

    /// <summary>Decides.</summary>
    public void Decide(ClaimState state, DateTimeOffset at, string by, string? answer = null) => (State, DecidedAt, DecidedBy, Answer) = (state, at, by, answer);

    /// <summary>What is kept of a code.</summary>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
