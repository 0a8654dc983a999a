using Portal.Signposting.Domain.Pathway;

namespace Portal.Signposting.Domain.Meetings;

/// <summary>What the agenda looks at; days in the tenant's time zone.</summary>
/// <param name="HasNewRisk">Whether a risk was recorded since the last meeting.</param>
internal sealed record AgendaFacts(
    PathwayStage Stage, DateOnly StageSince, DateOnly? NextOn, DateOnly? PausedUntil, DateOnly? LastReachedOn, DateOnly WaitingSince, bool IsFlagged, bool HasNewRisk);

/// <summary>Who comes on the agenda of a team meeting, and why.</summary>
internal static class AgendaRule
{
    private const int WeekDays = 7;

    /// <summary>The reasons, the weightiest first; none for who need not be talked about. In a break nothing is late: then only a worker's wish and a new risk count.</summary>
    public static IEnumerable<AgendaReason> ReasonsFor(AgendaFacts facts, PathwaySettings settings, DateOnly today)
    {
        if (facts.IsFlagged) yield return AgendaReason.Flagged;
        if (facts.HasNewRisk) yield return AgendaReason.Risk;
        if (facts.PausedUntil > today) yield break;
        if (facts.Stage.ExpectedDays is { } days && today.DayNumber - facts.StageSince.DayNumber > days) yield return AgendaReason.Long;
        if (today.DayNumber - (facts.LastReachedOn ?? facts.WaitingSince).DayNumber > settings.QuietWeeks * WeekDays) yield return AgendaReason.Quiet;
        if (facts.NextOn is null) yield return AgendaReason.NoNext;
    }
}
