using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Domain.Referrals;

/// <summary>What a referral says, step by step. A step is null until it was filled in.</summary>
internal sealed record ReferralContent
{
    public Referrer? Referrer { get; init; }

    public Who? Who { get; init; }

    public Reach? Reach { get; init; }

    public Communication? Communication { get; init; }

    public Reason? Reason { get; init; }

    public Risks? Risks { get; init; }

    public Agreement? Agreement { get; init; }
}

/// <summary>The pages of the form, in their order.</summary>
internal enum ReferralStep
{
    Referrer,
    Who,
    Reach,
    Communication,
    Reason,
    Risks,
    Agreement,
    Check,
}

/// <summary>Order and completeness of the form.</summary>
internal static class ReferralSteps
{
    /// <summary>Whether a step has been filled in.</summary>
    public static bool IsDone(this ReferralContent content, ReferralStep step) => step switch
    {
        ReferralStep.Referrer => content.Referrer is not null,
        ReferralStep.Who => content.Who is not null,
        ReferralStep.Reach => content.Reach is not null,
        ReferralStep.Communication => content.Communication is not null,
        ReferralStep.Reason => content.Reason is not null,
        ReferralStep.Risks => content.Risks is not null,
        ReferralStep.Agreement => content.Agreement is not null,
        _ => false,
    };

    /// <summary>The first step that has not been filled in: where one goes on. <see cref="ReferralStep.Check"/> when all are.</summary>
    public static ReferralStep NextOf(this ReferralContent content)
        => Enum.GetValues<ReferralStep>().First(step => step == ReferralStep.Check || !content.IsDone(step));
}

/// <summary>Who refers, as the standard asks: name, organisation and how to reach them are mandatory. For a self-referral, who fills the form in.</summary>
internal sealed record Referrer : IPersonSection
{
    public const string Myself = "myself";
    public const string ForSomebody = "somebody";

    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Organisation { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary><see cref="Myself"/> or <see cref="ForSomebody"/>, in a self-referral.</summary>
    public string? Who { get; set; }

    /// <summary>What they are to the person, in a self-referral: a daughter, a neighbour.</summary>
    public string? Relation { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (!Reach.IsEmail(Email)) yield return new(nameof(Email), "Reach.EmailWrong");
        if (!Reach.IsPhone(Phone)) yield return new(nameof(Phone), "Reach.PhoneWrong");
    }

    /// <summary>What is missing for a source.</summary>
    public IEnumerable<SectionProblem> Missing(ReferralSource source)
    {
        if (source == ReferralSource.Self)
        {
            if (Who is not (Myself or ForSomebody)) yield return new(nameof(Who), "Choice.Missing");
            if (Who == ForSomebody && string.IsNullOrWhiteSpace(Name)) yield return new(nameof(Name), "Referrer.NameMissing");
            if (Who == ForSomebody && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Email)) yield return new(nameof(Phone), "Reach.NoWay");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(Name)) yield return new(nameof(Name), "Referrer.NameMissing");
        if (string.IsNullOrWhiteSpace(Organisation)) yield return new(nameof(Organisation), "Referrer.OrganisationMissing");
        // The team enters what it was told; who told it may have no e-mail.
        if (source != ReferralSource.Team && string.IsNullOrWhiteSpace(Email)) yield return new(nameof(Email), "Referrer.EmailMissing");
    }
}

/// <summary>Why the person is referred.</summary>
internal sealed record Reason : IPersonSection
{
    public string? Words { get; set; }

    /// <summary>What the person hopes for.</summary>
    public string? Hopes { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Reason.Missing");
    }
}

/// <summary>That the person agrees. Without it nothing can be sent.</summary>
internal sealed record Agreement : IPersonSection
{
    /// <summary>They agree that this is shared with the team, which keeps notes and gets in touch.</summary>
    public bool IsGiven { get; set; }

    /// <summary>They agree that the referrer hears how it went.</summary>
    public bool TellsReferrer { get; set; }

    public IEnumerable<SectionProblem> Problems(DateOnly today)
    {
        if (!IsGiven) yield return new(nameof(IsGiven), "Agreement.Missing");
    }
}
