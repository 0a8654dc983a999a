using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Urgent;

/// <summary>Asks for a record of another team in an emergency: who exactly, and why.</summary>
internal sealed class UrgentSearchModel(UrgentLooks looks, PersonAccess access, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words) : PageModel
{
    [BindProperty]
    public string? NhsNumber { get; set; }

    [BindProperty]
    public string? FamilyName { get; set; }

    [BindProperty]
    public TypedDate Born { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Why no record was opened; null when none was asked for.</summary>
    public UrgentResult? Answer { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var hasNhs = !string.IsNullOrWhiteSpace(NhsNumber);
        if (hasNhs && Domain.NhsNumber.Parse(NhsNumber) is null) ModelState.AddModelError(nameof(NhsNumber), people["Who.NhsWrong"]);
        if (!hasNhs && PersonLookup.Normalise(FamilyName).Length == 0) ModelState.AddModelError(nameof(FamilyName), people["People.FindMissing"]);
        if (!hasNhs && Born.Value is null) ModelState.AddModelError(nameof(Born), people[Born.IsEmpty ? "Who.BornMissing" : "Date.Wrong"]);
        var reason = TypedTexts.Clean(Reason);
        if (reason.Length is < UrgentLook.ShortestReason or > UrgentLook.LongestReason) ModelState.AddModelError(nameof(Reason), words["Urgent.ReasonMissing", UrgentLook.LongestReason]);
        if (!ModelState.IsValid) return Page();
        var (result, id) = await looks.OpenAsync(new Who { NhsNumber = NhsNumber, FamilyName = FamilyName, Born = Born }, reason, cancellationToken);
        Answer = result;
        if (id is null) return Page();
        return await access.FindAsync(id, cancellationToken) is null ? RedirectToPage("UrgentRecord", new { id }) : RedirectToPage("/People/PersonPage", new { id });
    }
}
