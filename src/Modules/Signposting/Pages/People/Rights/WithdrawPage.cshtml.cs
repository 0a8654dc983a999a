using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>Says what stops when a person takes consent back, and does it.</summary>
internal sealed class WithdrawPageModel(PersonAccess access, Withdrawing withdrawing, PrivateText texts, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute(Name = "consent")]
    public string ConsentId { get; set; } = "";

    public string Name { get; private set; } = "";

    public Consent Given { get; private set; } = null!;

    /// <summary>What stops, in words.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person || person.Consents(texts).Items.FirstOrDefault(consent => consent.Id == ConsentId) is not { WithdrawnOn: null } given) return NotFound();
        (Name, Given) = (person.Read<Who>(texts)?.FullName ?? "", given);
        var size = await withdrawing.SizeAsync(person, given, cancellationToken);
        Lines =
        [
            words[$"Withdraw.Stops.{given.Scope}"],
            .. Counted("Withdraw.Links", size.Links),
            .. Counted("Withdraw.Introductions", size.Introductions),
            .. Counted("Withdraw.Letters", size.Letters),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await withdrawing.WithdrawAsync(Id, ConsentId, cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        if (result == ChangeResult.Changed) TempData["Notice"] = people["Consent.Withdrawn"].Value;
        return RedirectToPage("/People/PersonConsent", new { Id });
    }

    private IEnumerable<string> Counted(string key, int count) => count == 0 ? [] : [words.Count(key, count)];
}
