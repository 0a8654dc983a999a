using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>Shows where two records of a person differ, and makes them one.</summary>
internal sealed class MergeChoiceModel(RightsAccess rights, Merging merging, SectionWords words, PrivateText texts, IStringLocalizer<RightsText> said) : PageModel
{
    private const string Gone = "gone";

    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public string Other { get; set; } = "";

    /// <summary>By section, which record it is taken from.</summary>
    [BindProperty]
    public Dictionary<string, string> Take { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public int KeptRevision { get; set; }

    [BindProperty]
    public int GoneRevision { get; set; }

    public IReadOnlyList<(PersonSection Section, IReadOnlyList<SectionRow> Kept, IReadOnlyList<SectionRow> Gone)> Sections { get; private set; } = [];

    /// <summary>Whether a choice is the present one; without any it is the record that goes on.</summary>
    public bool IsTaken(PersonSection section, string value) => (Take.GetValueOrDefault(section.ToString()) == Gone ? Gone : "kept") == value;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var taken = Take.Where(choice => choice.Value == Gone && Enum.IsDefined(typeof(PersonSection), choice.Key)).Select(choice => Enum.Parse<PersonSection>(choice.Key)).ToHashSet();
        switch (await merging.MergeAsync(new MergeWish(Id, Other, taken, KeptRevision, GoneRevision), cancellationToken))
        {
            case MergeResult.NotFound: return NotFound();
            case MergeResult.ChangedMeanwhile:
                ModelState.Clear();
                if (!await LoadAsync(cancellationToken)) return NotFound();
                ModelState.AddModelError("", said["Merge.ChangedMeanwhile"]);
                return Page();
        }

        TempData["Notice"] = said["Merge.Done"].Value;
        return RedirectToPage("/People/PersonPage", new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Id == Other || await rights.OpenOwnAsync(Id, cancellationToken) is not { } kept || await rights.OpenOwnAsync(Other, cancellationToken) is not { } gone) return false;
        (KeptRevision, GoneRevision) = (kept.Revision, gone.Revision);
        var (here, there) = (words.Of(kept, texts).ToDictionary(part => part.Section, part => part.Rows), words.Of(gone, texts).ToDictionary(part => part.Section, part => part.Rows));
        Sections = [.. merging.Differences(kept, gone).Select(section => (section, here[section], there[section]))];
        return true;
    }
}
