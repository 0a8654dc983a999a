using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Services.Websites;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>The website of a group to which readers do not get: look again, or take the address off the page.</summary>
internal sealed class WebsiteModel(
    PortalDbContext db, WebsiteChecks checks, ListingEditor editor, Assignments assignments, GroupAccess access, CurrentActor actor, IStringLocalizer<WebsiteText> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Revision of the page that was looked at.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public WebsiteShown Group { get; private set; } = null!;

    /// <summary>What is known of the website.</summary>
    public WebsiteCheck Check { get; private set; } = null!;

    public AssignmentForm Assignment { get; private set; } = null!;

    public bool ManagesAll { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        if (await checks.CheckNowAsync(Id, cancellationToken) is not { } check) return NotFound();
        if (check.Failure is null) return await DoneAsync("Done.Works", cancellationToken);
        TempData["Notice"] = texts["Done.StillBroken"].Value;
        return Redirect(Url.Content("~/manage/moderation/websites/" + Id));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        var outcome = await editor.ChangeFactsAsync(Id, Revision, facts => facts with { ContactWebsite = null }, cancellationToken);
        if (outcome.Result == EditResult.NotFound) return NotFound();
        if (outcome.Result == EditResult.Saved) return await DoneAsync("Done.Removed", cancellationToken);
        ModelState.Clear();
        if (!await LoadAsync(cancellationToken)) return NotFound();
        ModelState.AddModelError("", texts["Changed"]);
        return Page();
    }

    private async Task<IActionResult> DoneAsync(string key, CancellationToken cancellationToken)
    {
        await assignments.ForgetAsync(WebsiteSource.Name, Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        TempData["Notice"] = texts[key].Value;
        return Redirect(Url.Content("~/manage/moderation"));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await checks.FindAsync(Id, cancellationToken) is not { IsBroken: true } check) return false;
        Check = check;
        Group = await db.Set<Listing>().AsNoTracking().Where(listing => listing.Id == Id)
            .Select(listing => new WebsiteShown(
                listing.Slug, listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(), listing.Culture, listing.Revision,
                listing.Maintainers.Select(maintainer => maintainer.Email).ToList()))
            .SingleAsync(cancellationToken);
        Revision = Group.Revision;
        ManagesAll = await access.ManagesAllAsync();
        Assignment = await AssignmentForm.ReadAsync(assignments, actor, WebsiteSource.Name, Id, cancellationToken);
        return true;
    }
}

/// <summary>A group whose website cannot be reached.</summary>
internal sealed record WebsiteShown(string Slug, string Title, string Language, int Revision, IReadOnlyList<string> Keepers);
