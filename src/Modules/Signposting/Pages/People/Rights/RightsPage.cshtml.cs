using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>What a person may ask of the service over their record, and where the worker does it.</summary>
internal sealed class RightsPageModel(PersonAccess access, RightsAccess rights, Merging merging, PrivateText texts, IStringLocalizer<RightsText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public bool MayHaveFile { get; private set; }

    public bool MayErase { get; private set; }

    /// <summary>Records that were joined to this one.</summary>
    public IReadOnlyList<ListedMerge> Merges { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return NotFound();
        Name = person.Read<Who>(texts)?.FullName ?? "";
        (MayHaveFile, MayErase) = (await rights.OwnsAsync(person), await rights.ErasesAsync());
        if (MayHaveFile) Merges = await merging.OfAsync(person, cancellationToken);
        return Page();
    }

    /// <summary>Makes two records again of one that was joined.</summary>
    public async Task<IActionResult> OnPostSeparateAsync(string merge, CancellationToken cancellationToken)
    {
        if (await merging.UndoAsync(Id, merge, cancellationToken) is not { } done) return NotFound();
        TempData["Notice"] = words[done ? "Merge.Undone" : "Merge.UndoBlocked"].Value;
        return RedirectToPage(new { Id });
    }
}
