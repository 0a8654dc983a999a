using System.Security.Cryptography;
using System.Text;
using Portal.Platform.Data;
using Portal.Signposting.Services;

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

    /// <summary>Letters of a word agreed on.</summary>
    public const int ShortestWord = 4;
    public const int LongestWord = 40;

    /// <summary>Wrong words in <see cref="TriesCount"/>, after which none is looked at any more.</summary>
    public const int MostTries = 5;

    /// <summary>How long tries count.</summary>
    public static readonly TimeSpan TriesCount = TimeSpan.FromHours(1);

    /// <summary>How long a right word holds in a browser that stays open.</summary>
    public static readonly TimeSpan WordHolds = TimeSpan.FromHours(12);

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

    /// <summary>A word that the worker and the person agreed on, which is asked for before the plan is shown; null for none.</summary>
    public string? SealedWord { get; private set; }

    /// <summary>How often a wrong word was typed of late.</summary>
    public int Tries { get; init; }

    public DateTimeOffset? LastTryAt { get; init; }

    /// <summary>The word; empty when none was agreed on.</summary>
    public string Word(PrivateText texts) => SealedWord is null ? "" : texts.Open(SealedWord, Id, nameof(SealedWord));

    public void SetWord(PrivateText texts, string word) => SealedWord = word.Length == 0 ? null : texts.Seal(word, Id, nameof(SealedWord));

    /// <summary>Whether that is the word. Capitals, spaces and full stops do not matter.</summary>
    public bool IsWord(PrivateText texts, string? typed)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(HashOf(Plain(typed ?? ""))), Encoding.UTF8.GetBytes(HashOf(Plain(Word(texts))))) && Plain(typed ?? "").Length > 0;

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

    private static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>How a code is kept. Capitals and spaces around it, as a person may type them, do not matter.</summary>
    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant())));
}
