using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Jobs.Domain;
using Portal.Jobs.Resources;
using Portal.Jobs.Services;

namespace Portal.Jobs.Pages.Manage;

/// <summary>What runs by the clock, how it went and what is next.</summary>
internal sealed class JobsModel(JobBoard board, IStringLocalizer<JobsText> texts) : PageModel
{
    public IReadOnlyList<JobOnBoard> Jobs { get; private set; } = [];

    public int Failed => Jobs.Count(job => job.Last is { CanBeTriedAgain: true });

    public async Task OnGetAsync(CancellationToken cancellationToken) => Jobs = await board.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostRunAsync(string id, CancellationToken cancellationToken)
    {
        if (board.NameOf(id) is not { } name) return NotFound();
        var run = await board.RunNowAsync(id, cancellationToken);
        TempData["Notice"] = run switch
        {
            null => texts["Jobs.Started", name].Value,
            { CanBeTriedAgain: true } => texts["Jobs.RanInVain", name].Value,
            { State: JobRunState.Succeeded, Done: { } done } => texts["Jobs.RanWith", name, done].Value,
            _ => texts["Jobs.Ran", name].Value,
        };
        return RedirectToPage();
    }
}
