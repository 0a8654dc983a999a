using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Who keeps the page of a group: asking others, handing it over, leaving.</summary>
internal sealed class GroupPeopleModel(GroupAccess access, GroupKeepers keepers, IUsers users, IStringLocalizer<KeepingText> keeping, IStringLocalizer<VolunteerText> texts) : PageModel
{
    /// <summary>The others keep the page.</summary>
    public const string Others = "others";

    /// <summary>Somebody who is named here keeps it from now on.</summary>
    public const string Named = "named";

    /// <summary>Nobody keeps it any more.</summary>
    public const string Nobody = "nobody";

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>Address of somebody who is asked to keep the page too.</summary>
    [BindProperty]
    public string? NewEmail { get; set; }

    /// <summary>Who keeps the page when one leaves: <see cref="Others"/>, <see cref="Named"/> or <see cref="Nobody"/>.</summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>Address of somebody who is named.</summary>
    [BindProperty]
    public string? NextEmail { get; set; }

    public Listing Listing { get; private set; } = null!;

    public IReadOnlyList<Keeper> Keepers { get; private set; } = [];

    /// <summary>True when the reader is one of them.</summary>
    public bool IsKeeper => Keepers.Any(keeper => keeper.IsReader);

    public bool IsFull => Keepers.Count >= GroupKeepers.Most;

    public IReadOnlyList<SelectListItem> Ways
        => [.. (Keepers.Count > 1 ? new[] { Others, Named } : [Named, Nobody]).Select(way => new SelectListItem(keeping["People.Then." + way], way))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        if (TypedContact.Email(NewEmail) is not { } email) ModelState.AddModelError(nameof(NewEmail), texts["Contact.EmailUnclear"]);
        else if (Keepers.Any(keeper => keeper.Email == email.ToLowerInvariant())) ModelState.AddModelError(nameof(NewEmail), keeping["People.Already"]);
        else if (IsFull) ModelState.AddModelError(nameof(NewEmail), keeping["People.Full", GroupKeepers.Most]);
        else if (await InviteAsync(email, cancellationToken) is { } done) return done;
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        if (Keepers.FirstOrDefault(keeper => keeper.IsReader) is not { } self) return NotFound();
        if (!Ways.Any(way => way.Value == Then)) ModelState.AddModelError(nameof(Then), keeping["People.ThenMissing"]);
        var next = Then == Named ? TypedContact.Email(NextEmail)?.ToLowerInvariant() : null;
        if (Then == Named && next is null) ModelState.AddModelError(nameof(NextEmail), texts["Contact.EmailUnclear"]);
        if (next == self.Email) ModelState.AddModelError(nameof(NextEmail), keeping["People.Oneself"]);
        if (!ModelState.IsValid) return Page();

        try
        {
            var outcome = Then switch
            {
                Named => await keepers.HandOverAsync(Listing, self.Email, next!, cancellationToken),
                Nobody => await keepers.AbandonAsync(Listing, self.Email, cancellationToken),
                _ => await keepers.RemoveAsync(Listing, self.Email, cancellationToken),
            };
            TempData["Notice"] = outcome.Result == EditResult.Saved ? keeping["People.Left." + Then, Listing.Source.Title].Value : texts["Keep.Stale"].Value;
            return outcome.Result == EditResult.Saved ? RedirectToPage("/MyGroups/MyGroups") : RedirectToPage(new { Slug });
        }
        catch (InvalidOperationException)
        {
            ModelState.AddModelError(nameof(NextEmail), texts["Keep.NoRole"]);
            return Page();
        }
    }

    private async Task<IActionResult?> InviteAsync(string email, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await keepers.AddAsync(Listing, email, cancellationToken);
            TempData["Notice"] = texts[outcome.Result == EditResult.Saved ? "Keep.Added" : "Keep.Stale"].Value;
            return RedirectToPage(new { Slug });
        }
        catch (InvalidOperationException)
        {
            ModelState.AddModelError(nameof(NewEmail), texts["Keep.NoRole"]);
            return null;
        }
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await access.FindAsync(Slug, cancellationToken) is not { } listing) return false;
        Listing = listing;
        var emails = listing.Maintainers.Select(maintainer => maintainer.Email).Order(StringComparer.Ordinal).ToList();
        var accounts = await users.FindByEmailsAsync(emails, cancellationToken);
        var reader = await access.EmailAsync(cancellationToken);
        Keepers = [.. emails.Select(email => new Keeper(email, accounts.GetValueOrDefault(email)?.Name, email == reader)).OrderByDescending(keeper => keeper.IsReader)];
        return true;
    }

    /// <summary>Somebody who keeps the page.</summary>
    /// <param name="Name">Name of the account; null where there is none yet.</param>
    /// <param name="IsReader">True for the one who looks at the list.</param>
    internal sealed record Keeper(string Email, string? Name, bool IsReader);
}
