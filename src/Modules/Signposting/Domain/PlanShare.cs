using System.Security.Cryptography;
using System.Text;
using Portal.Platform.Data;

namespace Portal.Signposting.Domain;

/// <summary>
/// A link that lets whoever has it read a plan. Its code is known only to those who were given it: the table has a hash, which
/// needs no salt because a code carries 130 random bits.
/// </summary>
internal sealed class PlanShare : IBehindTheScenes
{
    public const int CodeLength = 26;

    /// <summary>For how many days a link can be made to work.</summary>
    public static IReadOnlyList<int> Lifetimes { get; } = [7, 30, 90];

    /// <summary>How long a link works when nothing else is said.</summary>
    public const int UsualLifetime = 30;

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    /// <summary>SHA-256 of the code, in hexadecimal.</summary>
    public required string CodeHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last day it works, in the tenant's time zone.</summary>
    public required DateOnly LastDay { get; set; }

    /// <summary>When it was stopped; null while it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How often the plan was opened with it by somebody who was not signed in.</summary>
    public int Openings { get; init; }

    public DateTimeOffset? LastOpenedAt { get; init; }

    /// <summary>Whether it works on a day.</summary>
    public bool IsOpenOn(DateOnly day) => EndedAt is null && day <= LastDay;

    /// <summary>Stops it for good.</summary>
    public void End(DateTimeOffset now) => EndedAt ??= now;

    /// <summary>Lets it work until some days from today, also when it had run out. One that works longer, or was stopped, is left as it is.</summary>
    public bool Extend(DateOnly today, int days)
    {
        if (EndedAt is not null || LastDay >= today.AddDays(days)) return false;
        LastDay = today.AddDays(days);
        return true;
    }

    /// <summary>How a code is kept. Capitals and spaces around it, as a person may type them, do not matter.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant())));
}
