using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People;

/// <summary>
/// The people a worker may see, and the search for one by NHS number, or family name and date of birth. The search is posted, so
/// that nothing of it stands in an address or a log; it changes nothing.
/// </summary>
internal sealed class PeopleListModel(PersonList list, PersonAccess access, RightsAccess rights, IStringLocalizer<PeopleText> words) : PageModel
{
    [FromQuery]
    public PeopleOf Of { get; set; }

    [FromQuery]
    public bool Closed { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? NhsNumber { get; set; }

    [BindProperty]
    public string? FamilyName { get; set; }

    [BindProperty]
    public TypedDate Born { get; set; } = new();

    public Page<PersonItem> People { get; private set; } = new([], 1, 1, 0);

    /// <summary>Who was found; null when nobody was searched for.</summary>
    public IReadOnlyList<PersonItem>? Found { get; private set; }

    public IReadOnlyList<(PeopleOf Of, string TextKey)> Views { get; private set; } = [];

    /// <summary>Whether the worker may open a record of another team in an emergency; see the list of who did; erase what is due.</summary>
    public bool MayLookUrgently { get; private set; }

    public bool MaySeeLooks { get; private set; }

    public bool MayErase { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ViewsAsync();
        if (!Views.Any(view => view.Of == Of)) Of = PeopleOf.Me;
        if (Of != PeopleOf.Me) await access.RecordViewAsync(Of == PeopleOf.All ? "all" : "team", cancellationToken);
        People = await list.ReadAsync(new PeopleChoice(Of, Closed, Number), cancellationToken);
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken)
    {
        await ViewsAsync();
        var hasNhs = !string.IsNullOrWhiteSpace(NhsNumber);
        if (hasNhs && Domain.NhsNumber.Parse(NhsNumber) is null) ModelState.AddModelError(nameof(NhsNumber), words["Who.NhsWrong"]);
        if (!hasNhs && PersonLookup.Normalise(FamilyName).Length == 0) ModelState.AddModelError(nameof(FamilyName), words["People.FindMissing"]);
        if (!hasNhs && Born.Value is null) ModelState.AddModelError(nameof(Born), words[Born.IsEmpty ? "Who.BornMissing" : "Date.Wrong"]);
        if (!ModelState.IsValid)
        {
            People = await list.ReadAsync(new PeopleChoice(Of, Closed, Number), cancellationToken);
            return Page();
        }

        Found = await list.FindAsync(new Who { NhsNumber = NhsNumber, FamilyName = FamilyName, Born = Born }, cancellationToken);
        return Found.Count == 1 ? RedirectToPage("PersonPage", new { Found[0].Id }) : Page();
    }

    private async Task ViewsAsync()
    {
        (MayLookUrgently, MaySeeLooks, MayErase) = (await rights.LooksUrgentlyAsync(), await access.SeesAllAsync(), await rights.ErasesAsync());
        Views = [(PeopleOf.Me, "People.Mine"), (PeopleOf.Team, "People.Team"), .. await access.SeesAllAsync() ? new[] { (PeopleOf.All, "People.All") } : []];
    }
}
