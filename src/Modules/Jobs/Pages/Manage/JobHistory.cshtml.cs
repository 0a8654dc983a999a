using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Jobs.Domain;
using Portal.Jobs.Services;
using Portal.Platform.Data;

namespace Portal.Jobs.Pages.Manage;

/// <summary>All runs of one job, the newest first.</summary>
internal sealed class JobHistoryModel(JobBoard board, RunLog log) : PageModel
{
    private const int PageSize = 25;

    public string Name { get; private set; } = "";

    public Page<JobRun> Runs { get; private set; } = new([], 1, PageSize, 0);

    public async Task<IActionResult> OnGetAsync(string id, [FromQuery(Name = "page")] int number = 1, CancellationToken cancellationToken = default)
    {
        if (board.NameOf(id) is not { } name) return NotFound();
        Name = name;
        Runs = await log.Of(id).ToPageAsync(number, PageSize, cancellationToken);
        return Page();
    }
}
