using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Answers;
using Portal.Signposting.Services.FollowUps;

namespace Portal.Signposting.Pages.Workspace.FollowUps;

/// <summary>How the steps of a plan go: what the person said on the plan, what was noted, and what helped before where it goes badly.</summary>
internal sealed class OverviewModel(PlanAccess access, PlanItems items, FollowUpBook book, PersonAnswers answers, PrivateText sealedTexts, IStringLocalizer<FollowUpText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public string Strengths { get; private set; } = "";

    /// <summary>Small signs the person looks for.</summary>
    public IReadOnlyList<string> Signs { get; private set; } = [];

    public DateOnly? ReviewOn { get; private set; }

    public IReadOnlyList<StepItem> Steps { get; private set; } = [];

    public ILookup<string, FollowUp> Noted { get; private set; } = null!;

    public ILookup<string?, PersonAnswer> Answers { get; private set; } = null!;

    /// <summary>True when a step went badly the last time.</summary>
    public bool IsSetback => Steps.Any(step => Noted[step.Id].LastOrDefault()?.IsSetback == true);

    /// <summary>Steps that helped once.</summary>
    public IEnumerable<StepItem> Helped => Steps.Where(step => Noted[step.Id].Any(noted => noted.IsGood));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        Name = plan.Name(sealedTexts);
        Strengths = plan.Strengths(sealedTexts);
        Signs = [.. plan.GoalsInOrder.Select(goal => goal.Signs(sealedTexts)).Where(signs => signs.Length > 0)];
        ReviewOn = plan.ReviewOn;
        Steps = await items.ReadAsync(plan, cancellationToken);
        Noted = (await book.OfAsync(Id, cancellationToken)).ToLookup(noted => noted.StepId, StringComparer.Ordinal);
        Answers = (await answers.OfAsync(Id, cancellationToken)).Where(answer => answer.StepId is not null).ToLookup(answer => answer.StepId, StringComparer.Ordinal);
        return Page();
    }

    /// <summary>Takes back what was noted by mistake.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(string noted, CancellationToken cancellationToken)
    {
        var result = await book.TakeBackAsync(Id, noted, cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        if (result == ChangeResult.Changed) TempData["Notice"] = words["TakenBack"].Value;
        return RedirectToPage(null, null, new { Id });
    }
}
