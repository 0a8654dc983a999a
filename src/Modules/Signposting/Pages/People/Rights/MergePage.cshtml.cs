using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>Finds the other record of a person. The search is posted, so that nothing of it stands in an address; it changes nothing.</summary>
internal sealed class MergePageModel(RightsAccess rights, PersonList list, PrivateText texts, IStringLocalizer<PeopleText> people) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? NhsNumber { get; set; }

    [BindProperty]
    public string? FamilyName { get; set; }

    [BindProperty]
    public TypedDate Born { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>Records that could be of the same person; null when what was typed says nobody.</summary>
    public IReadOnlyList<PersonItem>? Others { get; private set; }

    public bool IsSearch { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
        => await LoadAsync(cancellationToken) is { } who ? await ShowAsync(who, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null) return NotFound();
        var hasNhs = !string.IsNullOrWhiteSpace(NhsNumber);
        if (hasNhs && Domain.NhsNumber.Parse(NhsNumber) is null) ModelState.AddModelError(nameof(NhsNumber), people["Who.NhsWrong"]);
        if (!hasNhs && PersonLookup.Normalise(FamilyName).Length == 0) ModelState.AddModelError(nameof(FamilyName), people["People.FindMissing"]);
        if (!hasNhs && Born.Value is null) ModelState.AddModelError(nameof(Born), people[Born.IsEmpty ? "Who.BornMissing" : "Date.Wrong"]);
        IsSearch = true;
        return ModelState.IsValid ? await ShowAsync(new Who { NhsNumber = NhsNumber, FamilyName = FamilyName, Born = Born }, cancellationToken) : Page();
    }

    private async Task<PageResult> ShowAsync(Who who, CancellationToken cancellationToken)
    {
        Others = [.. (await list.FindAsync(who, cancellationToken)).Where(other => other.Id != Id)];
        return Page();
    }

    private async Task<Who?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await rights.OpenOwnAsync(Id, cancellationToken) is not { } person) return null;
        var who = person.Read<Who>(texts) ?? new();
        Name = who.FullName;
        return who;
    }
}
