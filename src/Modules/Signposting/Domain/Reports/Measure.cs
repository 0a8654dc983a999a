namespace Portal.Signposting.Domain.Reports;

/// <summary>What is counted. The names are kept with the counts, so they stay.</summary>
internal static class Measure
{
    public const string Referrals = "referrals";
    public const string Decided = "referrals.decided";
    public const string Declined = "referrals.declined";
    public const string Undecided = "referrals.open";
    public const string Begun = "begun";
    public const string ContactsByWay = "contacts.way";
    public const string ContactsByResult = "contacts.result";
    public const string MovedTo = "stage.to";
    public const string MovedFrom = "stage.from";
    public const string InStage = "stage.people";
    public const string Ended = "ended";
    public const string Plans = "plans";
    public const string Signposts = "signposts";
    public const string Attended = "signposts.attended";
    public const string DidHelp = "signposts.helped";
    public const string Said = "signposts.said";
    public const string Asked = "introductions";
    public const string Answered = "introductions.answered";
    public const string Unanswered = "introductions.open";
    public const string UnmetKinds = "unmet.kind";
    public const string UnmetAreas = "unmet.area";
    public const string Age = "reach.age";
    public const string Sex = "reach.sex";
    public const string Ethnicity = "reach.ethnicity";
    public const string Language = "reach.language";
    public const string Deprivation = "reach.deprivation";

    /// <summary>Days from the referral to the decision.</summary>
    public const string ToDecision = "wait.decision";

    /// <summary>Days to the first contact that succeeded; all, and without the breaks the person asked for.</summary>
    public const string ToContact = "wait.contact";
    public const string ToContactOwn = "wait.contact.own";

    /// <summary>Days to the first plan; likewise.</summary>
    public const string ToPlan = "wait.plan";
    public const string ToPlanOwn = "wait.plan.own";

    /// <summary>Days that those have waited who still wait for a first contact.</summary>
    public const string StillWaiting = "wait.open";

    /// <summary>Days until a group answered.</summary>
    public const string ToAnswer = "wait.answer";

    /// <summary>Nothing is known of it, or the person would rather not say.</summary>
    public const string Unknown = "unknown";

    public const string Yes = "yes";
    public const string No = "no";
    public const string Accepted = "accepted";

    /// <summary>For what is counted without being broken down.</summary>
    public const string All = "all";

    /// <summary>Those that tell how it was on the last day of a month; they are not added up.</summary>
    public static IReadOnlySet<string> AtTheEnd { get; } = new HashSet<string>(StringComparer.Ordinal) { Undecided, InStage, Unanswered, StillWaiting };

    /// <summary>Those whose values are days; they are shown as a median, never one by one.</summary>
    public static bool IsDays(string measure) => measure.StartsWith("wait.", StringComparison.Ordinal);
}
