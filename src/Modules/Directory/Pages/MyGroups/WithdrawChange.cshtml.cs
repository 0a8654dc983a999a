using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Asks before a change that waits for a moderator is thrown away.</summary>
internal sealed class WithdrawChangeModel(PendingGroups groups, Suggestions suggestions, SuggestionReader reader, IStringLocalizer<ModerationText> texts) : PageModel
{
    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, cancellationToken) is not { } found) return NotFound();
        if (found.Open is null) return RedirectToPage("/MyGroups/EditGroup", new { slug });
        (Slug, Title) = (slug, found.Shown.Source.Title);
        Differences = await reader.CompareAsync(found.Public, found.Shown.Snapshot(), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, cancellationToken) is not { } found) return NotFound();
        TempData["Notice"] = texts[await suggestions.WithdrawAsync(found.Shown.Id, cancellationToken) ? "Withdraw.Done" : "Withdraw.Late"].Value;
        return RedirectToPage("/MyGroups/EditGroup", new { slug });
    }
}
