using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Matching;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Matching;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>What would suit the person of a plan.</summary>
internal sealed class EditWishesModel(PlanAccess access, PlanEditor editor, PrivateText sealedTexts, WishChoices choices, IPlaces places, IStringLocalizer<MatchText> texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public WishFields Wish { get; set; } = new();

    public string Name { get; private set; } = "";

    public WishChoices Choices => choices;

    /// <summary>True when something is said of what is asked more seldom, or wrong there.</summary>
    public bool ShowsMore
        => Wish.Languages.Length + Wish.Access.Length + Wish.Audiences.Length > 0 || Wish.Purse != Purse.Any || Wish.Readiness != Readiness.Any || Wish.Faith is not null || !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } plan) return NotFound();
        Wish = WishFields.Of(plan.Wishes(sealedTexts));
        // Whoever reads a language speaks it, as a rule; it is only a tick to begin with.
        if (plan.SealedWishes is null) Wish.Languages = [plan.Language];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null) return NotFound();
        var typed = Wish.Read(choices, ModelState, nameof(Wish), texts);
        if (typed.Place is { } place && ModelState.IsValid && await places.FindAsync(place, cancellationToken) is null) ModelState.AddModelError($"{nameof(Wish)}.{nameof(Wish.Place)}", texts["Form.PlaceUnknown"]);
        if (!ModelState.IsValid) return Page();
        var result = await editor.ChangeAsync(
            Id,
            "plan.wishes-changed",
            plan =>
            {
                if (WishFields.Same(plan.Wishes(sealedTexts), typed)) return false;
                plan.SetWishes(sealedTexts, typed);
                return true;
            },
            cancellationToken);
        if (result == ChangeResult.Changed) TempData["Notice"] = texts["Form.Saved"].Value;
        return RedirectToPage("EditPlan", null, new { Id }, "suggestions");
    }

    private async Task<Plan?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return null;
        Name = plan.Name(sealedTexts);
        await choices.ReadAsync([plan.Language, .. plan.Wishes(sealedTexts).Languages], cancellationToken);
        return plan;
    }
}
