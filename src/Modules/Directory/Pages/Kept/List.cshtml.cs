using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Directory.Services.Kept;
using Portal.Platform.Security;
using Portal.Platform.Web;

namespace Portal.Directory.Pages.Kept;

/// <summary>The groups a visitor has kept, or those in an address that somebody gave them.</summary>
internal sealed class ListModel(
    KeptCookie kept, IListings listings, KeptMessages messages, KeptMail mail, KeptMailLimit limit, SiteAddresses addresses, IPermissions permissions,
    IEnumerable<KeptNextStep> nextSteps, IStringLocalizerFactory localizers, IStringLocalizer<KeptText> texts) : PageModel
{
    private IReadOnlyList<string> ids = [];

    /// <summary>Ids with commas between, for a list that somebody gave the visitor; null for their own.</summary>
    [FromQuery(Name = KeptAddress.Parameter)]
    public string? Given { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>A field that no person sees; what fills it in is a program.</summary>
    [BindProperty]
    public string? Website { get; set; }

    /// <summary>The groups, in the order they were kept.</summary>
    public IReadOnlyList<ListingCard> Cards { get; private set; } = [];

    /// <summary>How many groups of the list are no longer on the site.</summary>
    public int Gone { get; private set; }

    /// <summary>True when the list is the visitor's own.</summary>
    public bool IsOwn => Given is null;

    /// <summary>True when every group of a given list is in the visitor's own.</summary>
    public bool IsAllKept => Cards.All(card => kept.Has(card.Id));

    /// <summary>The whole address of the list, in the reader's language.</summary>
    public string Address => addresses.Absolute(KeptAddress.Of(Cards.Select(card => card.Id)));

    public KeptMessage Message => messages.Write(Cards, Address);

    /// <summary>What a signed-in user can do with the list.</summary>
    public IReadOnlyList<(string Words, string Url)> NextSteps { get; private set; } = [];

    public bool Has(ListingCard card) => kept.Has(card.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    /// <summary>Takes one group out of the visitor's own list.</summary>
    public IActionResult OnPostRemove(string id)
    {
        if (!kept.Has(id)) return RedirectToPage();
        kept.Write(kept.Ids.Where(other => other != id));
        TempData["Notice"] = texts["Notice.Removed"].Value;
        TempData["UndoUrl"] = $"/kept?handler=PutBack&id={Uri.EscapeDataString(id)}";
        return RedirectToPage();
    }

    /// <summary>Puts a group back, at the end.</summary>
    public IActionResult OnPostPutBack(string id)
    {
        if (!kept.Has(id) && kept.Ids.Count < KeptCookie.Most) kept.Write(kept.Ids.Append(id));
        TempData["Notice"] = texts["Notice.PutBack"].Value;
        return RedirectToPage();
    }

    /// <summary>Keeps every group of a list that somebody gave the visitor.</summary>
    public async Task<IActionResult> OnPostKeepAllAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        kept.Write(kept.Ids.Concat(Cards.Select(card => card.Id)));
        TempData["Notice"] = IsAllKept ? texts["Notice.KeptAll"].Value : texts["Notice.Full", KeptCookie.Most].Value;
        return RedirectToPage("/Kept/List", null, null, null);
    }

    /// <summary>Sends the list by e-mail.</summary>
    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var to = Email?.Trim();
        if (Cards.Count == 0) return Page();
        if (!KeptMail.IsAddress(to))
        {
            ModelState.AddModelError(nameof(Email), texts["Mail.Invalid"]);
            return Page();
        }

        // A program that fills in everything is thanked like everybody, and nothing is sent.
        if (string.IsNullOrEmpty(Website))
        {
            if (!limit.Allows(HttpContext, to!))
            {
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                ModelState.AddModelError(nameof(Email), texts["Mail.TooMany"]);
                return Page();
            }

            await mail.SendAsync(to!, Cards, Address, cancellationToken);
        }

        TempData["Notice"] = texts["Notice.Sent", to!].Value;
        return Redirect(Request.PathBase + KeptPath());
    }

    private string KeptPath() => IsOwn ? "/kept" : KeptAddress.Of(ids);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        ids = IsOwn ? kept.Ids : KeptAddress.Read(Given);
        var cards = await listings.CardsAsync(ids, cancellationToken);
        Cards = [.. ids.Where(cards.ContainsKey).Select(id => cards[id]).DistinctBy(card => card.Id)];
        Gone = ids.Count(id => !cards.ContainsKey(id));

        // A page that was joined with another goes on in the list under the id of the other.
        if (IsOwn && ids.Any(id => cards.TryGetValue(id, out var card) && card.Id != id)) kept.Write(ids.Select(id => cards.TryGetValue(id, out var card) ? card.Id : id).Distinct());
        var steps = new List<(string, string)>();
        foreach (var step in nextSteps)
        {
            if (Cards.Count > 0 && await permissions.HasAsync(User, step.Permission))
                steps.Add((localizers.Create(step.Resources)[step.TextKey], addresses.Path(KeptAddress.Of(step.Path, Cards.Select(card => card.Id)))));
        }

        NextSteps = steps;
    }
}
