using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>Starts a plan for a person.</summary>
internal sealed class NewPlanModel(PlanEditor editor, IListings listings, TenantContext tenant, IStringLocalizer<SignpostingText> texts) : PageModel
{
    /// <summary>Ids of the groups to begin with, with commas between: a shortlist that is turned into a plan.</summary>
    [FromQuery(Name = "groups")]
    public string? Groups { get; set; }

    /// <summary>The groups to begin with.</summary>
    public IReadOnlyList<ListingCard> Kept { get; private set; } = [];

    [BindProperty]
    public PersonFields Person { get; set; } = new();

    [BindProperty]
    public string? Matters { get; set; }

    public IReadOnlyList<SelectListItem> Languages => PersonFields.Languages(tenant);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Person.Language = tenant.Language;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var matters = TypedTexts.Clean(Matters);
        Person.Check(ModelState, nameof(Person), tenant, texts);
        if (matters.Length > Plan.LongestMatters) ModelState.AddModelError(nameof(Matters), texts["Matters.Long", Plan.LongestMatters]);
        if (!ModelState.IsValid) return Page();
        var id = await editor.StartAsync(new NewPlan(Person.CleanName, Person.Language!, matters, [.. Kept.Select(group => group.Id)]), cancellationToken);
        return RedirectToPage("EditPlan", new { id });
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var ids = (Groups ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(Plan.MostSteps).ToList();
        if (ids.Count == 0) return;
        var cards = await listings.CardsAsync(ids, cancellationToken);
        Kept = [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }
}
