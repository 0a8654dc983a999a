using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Pages.Workspace.Course;

/// <summary>The numbers from 0 to 10, and that nobody asked.</summary>
internal static class ScoreChoices
{
    public static IReadOnlyList<SelectListItem> Of(string notAsked)
        => [new(notAsked, ""), .. Enumerable.Range(0, PlanGoal.HighestScore + 1).Select(score => new SelectListItem(score.ToString(CultureInfo.CurrentCulture), score.ToString(CultureInfo.InvariantCulture)))];
}
