using Portal.Platform.Data;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Referrals;

/// <summary>Who sends a referral.</summary>
internal enum ReferralSource
{
    /// <summary>A practice, by its own link.</summary>
    Practice,

    /// <summary>Somebody who is signed in and may refer.</summary>
    Professional,

    /// <summary>The person, or somebody who looks after them.</summary>
    Self,

    /// <summary>The team, for somebody who rang or came in.</summary>
    Team,
}

/// <summary>Where a referral stands.</summary>
internal enum ReferralStage
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>It was sent, and nobody of the team has decided yet.</summary>
    Waiting,

    /// <summary>The team looks after the person.</summary>
    Accepted,

    /// <summary>The team does not, and said why.</summary>
    Declined,
}

/// <summary>
/// Somebody asks the team to look after a person. What it says is sealed as one document; while it is written it is found only by
/// its code, of which a hash is kept, and nobody of the team sees it.
/// </summary>
internal sealed class Referral : IBehindTheScenes, IKept
{
    public const int CodeLength = 26;
    public const int ReferenceLength = 8;

    /// <summary>For how many days one can go on writing.</summary>
    public const int DraftDays = 7;

    /// <summary>SNOMED CT: referral to social prescribing service.</summary>
    public const string ReferredCode = "871731000000106";

    /// <summary>SNOMED CT: social prescribing declined.</summary>
    public const string DeclinedCode = "871711000000103";

    /// <summary>Why a referral is declined.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["person", "area", "other-service", "more-needed", "twice", "other"];

    public required string Id { get; init; }

    /// <summary>By what it is called in letters and on the phone. Says nothing of the person.</summary>
    public required string Reference { get; init; }

    public required ReferralSource Source { get; init; }

    public ReferralStage Stage { get; private set; }

    /// <summary>Id of the practice's link; null for the other sources.</summary>
    public string? LinkId { get; init; }

    /// <summary>User id of who wrote it; null when nobody was signed in.</summary>
    public string? ReferrerUserId { get; init; }

    /// <summary>SHA-256 of the code in the address of its form, in hexadecimal; null once the form is gone.</summary>
    public string? CodeHash { get; init; }

    /// <summary>Until when the form can be opened.</summary>
    public required DateTimeOffset DraftUntil { get; init; }

    /// <summary>Language of whoever wrote it, for the answers.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was in the letter of the day; null while it is to be.</summary>
    public DateTimeOffset? InNewsAt { get; set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>User id of who decided.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Of <see cref="Reasons"/>, when it was declined.</summary>
    public string? DeclinedFor { get; private set; }

    /// <summary>Id of the record it led to.</summary>
    public string? PersonId { get; private set; }

    /// <summary>The SNOMED CT code for export: <see cref="ReferredCode"/> once sent, <see cref="DeclinedCode"/> once declined.</summary>
    public string? Code { get; private set; }

    /// <summary>Keyed hash of the NHS number, once sent.</summary>
    public string? NhsHash { get; private set; }

    /// <summary>Keyed hash of family name and date of birth, once sent.</summary>
    public string? NameHash { get; private set; }

    public string? SealedContent { get; private set; }

    /// <summary>What the team wrote when it declined.</summary>
    public string? SealedAnswer { get; private set; }

    /// <summary>Until when it is kept longer than usual; null when nobody said so.</summary>
    public DateOnly? KeepUntil { get; private set; }

    public string? SealedKeepReason { get; private set; }

    /// <summary>Counts the changes, so that two made at once do not overwrite each other.</summary>
    public int Revision { get; private set; }

    /// <summary>Says that it is kept until a day, and why.</summary>
    public void Keep(PrivateText texts, DateOnly until, string reason)
    {
        (KeepUntil, SealedKeepReason) = (until, texts.Seal(reason, Id, nameof(SealedKeepReason)));
        Revision++;
    }

    /// <summary>Why it is kept longer; null when nobody said so.</summary>
    public string? KeepReason(PrivateText texts) => SealedKeepReason is null ? null : texts.Open(SealedKeepReason, Id, nameof(SealedKeepReason));

    /// <summary>What it says.</summary>
    public ReferralContent Content(PrivateText texts)
        => SectionJson.Read<ReferralContent>(SealedContent is null ? null : texts.Open(SealedContent, Id, nameof(SealedContent))) ?? new ReferralContent();

    /// <summary>Sets what it says, while it is written.</summary>
    public void Write(PrivateText texts, ReferralContent content)
    {
        if (Stage != ReferralStage.Draft) throw new InvalidOperationException("A referral that was sent is not changed any more.");
        SealedContent = SectionJson.Write(content) is { } json ? texts.Seal(json, Id, nameof(SealedContent)) : null;
        Revision++;
    }

    /// <summary>Sends it to the team. False when it was sent already.</summary>
    public bool Send(PersonHashes hashes, DateTimeOffset now)
    {
        if (Stage != ReferralStage.Draft) return false;
        (Stage, SentAt, Code) = (ReferralStage.Waiting, now, ReferredCode);
        (NhsHash, NameHash) = (hashes.Nhs, hashes.Name);
        Revision++;
        return true;
    }

    /// <summary>The team takes the person on. False when somebody decided before.</summary>
    public bool Accept(string personId, string by, DateTimeOffset now)
    {
        if (Stage != ReferralStage.Waiting) return false;
        (Stage, PersonId) = (ReferralStage.Accepted, personId);
        Decide(by, now);
        return true;
    }

    /// <summary>The team does not take the person on. False when somebody decided before.</summary>
    public bool Decline(PrivateText texts, string reason, string? answer, string by, DateTimeOffset now)
    {
        if (Stage != ReferralStage.Waiting) return false;
        (Stage, DeclinedFor, Code) = (ReferralStage.Declined, reason, DeclinedCode);
        SealedAnswer = answer is { Length: > 0 } ? texts.Seal(answer, Id, nameof(SealedAnswer)) : null;
        Decide(by, now);
        return true;
    }

    /// <summary>What the team wrote when it declined; null when nothing.</summary>
    public string? Answer(PrivateText texts) => SealedAnswer is null ? null : texts.Open(SealedAnswer, Id, nameof(SealedAnswer));

    private void Decide(string by, DateTimeOffset now)
    {
        (DecidedBy, DecidedAt) = (by, now);
        Revision++;
    }
}
