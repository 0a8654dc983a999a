using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.Referrals;

namespace Portal.Signposting.Domain.Reports;

/// <summary>
/// Everything with a date that a report counts of one person: days and codes, no words. A plan that hangs on no record, and a referral that led to none,
/// is a course of its own.
/// </summary>
internal sealed record PersonCourse
{
    /// <summary>Id of the team that looks after the person.</summary>
    public string Team { get; init; } = MonthCounts.NoTeam;

    /// <summary>When the record was begun; null where there is none.</summary>
    public DateOnly? BegunOn { get; init; }

    /// <summary>Since when the person waits, or waited, for a first contact: see <see cref="People.Person.WaitingSince"/>.</summary>
    public DateOnly? WaitingSince { get; init; }

    /// <summary>When care ended; null while it goes on.</summary>
    public DateOnly? ClosedOn { get; init; }

    public string? ClosedFor { get; init; }

    /// <summary>Key of the stage the person is in.</summary>
    public string Stage { get; init; } = "";

    public IReadOnlyList<CourseReferral> Referrals { get; init; } = [];

    public IReadOnlyList<PathwayEntry> Entries { get; init; } = [];

    /// <summary>Days on which plans were begun.</summary>
    public IReadOnlyList<DateOnly> Plans { get; init; } = [];

    public IReadOnlyList<(DateOnly On, StepKind Kind)> Steps { get; init; } = [];

    public IReadOnlyList<(DateOnly On, bool? Attended, Helped? DidHelp)> FollowUps { get; init; } = [];

    public IReadOnlyList<(DateOnly On, PersonAnswerKind Kind)> Answers { get; init; } = [];

    public IReadOnlyList<CourseIntroduction> Introductions { get; init; } = [];
}

/// <summary>A referral that was sent.</summary>
internal sealed record CourseReferral(DateOnly SentOn, ReferralSource Source, DateOnly? DecidedOn, string? DeclinedFor)
{
    public bool IsAccepted => DecidedOn is not null && DeclinedFor is null;
}

/// <summary>A group that was asked.</summary>
/// <param name="AnsweredOn">When it gave the answer that holds; null while there is none.</param>
/// <param name="ClosedOn">When the worker closed it.</param>
internal sealed record CourseIntroduction(DateOnly SentOn, DateOnly? AnsweredOn, DateOnly? ClosedOn, IntroductionState State);

/// <summary>What is told of somebody who was reached, each apart from the others.</summary>
internal sealed record Traits(string Age, string Sex, string Ethnicity, string Language, string Deprivation)
{
    /// <summary>Nothing is known.</summary>
    public static Traits None { get; } = new(Measure.Unknown, Measure.Unknown, Measure.Unknown, Measure.Unknown, Measure.Unknown);
}
