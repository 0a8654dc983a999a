using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Contracts;
using Portal.Directory.Services;
using Portal.Directory.Services.Duplicates;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Pages.Groups;

/// <summary>The page of a group.</summary>
[SharedPage]
internal sealed class ListingModel(ListingPageReader reader, StoppedGroups stopped, MergedListings merged, TenantContext tenant, SiteAddresses addresses, DateWords dates, ListingWording wording, IEnumerable<IListingNote> notes) : PageModel
{
    public ListingPage Listing { get; private set; } = null!;

    /// <summary>Set instead when the group has stopped meeting.</summary>
    public StoppedGroup? Stopped { get; private set; }

    /// <summary>What other modules have to say on the page.</summary>
    public IReadOnlyList<ListingNote> Notes { get; private set; } = [];

    public DateWords Dates => dates;

    public TenantSettings Settings => tenant.Settings;

    public LanguageInfo Language { get; } = LanguageInfo.Of(tenant.Language);

    /// <summary>What to say where no date is planned.</summary>
    public string Nothing => wording.NothingNext;

    /// <summary>Whole address of the page in the reader's language.</summary>
    public string Address => addresses.Absolute("/groups/" + Listing.Slug);

    /// <summary>Address of the page in the language the group wrote in.</summary>
    public string SourceAddress => addresses.Path("/groups/" + Listing.Slug, Listing.SourceLanguage);

    /// <summary>Name, in the reader's language, of the language the texts are in.</summary>
    public string TextLanguageName => wording.Language(Listing.TextLanguage);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is { } found)
        {
            Listing = found;
            HttpContext.Shows(Insight.View(found.Slug));
            foreach (var note in notes)
            {
                if (await note.OfAsync(found.Id, cancellationToken) is { } said) Notes = [.. Notes, said];
            }

            return Page();
        }

        Stopped = await stopped.FindAsync(slug, cancellationToken);
        if (Stopped is null)
        {
            // Not for good: the merge of two pages can be undone.
            return await merged.AddressInsteadOfAsync(slug, cancellationToken) is { } instead ? Redirect(addresses.Path("/groups/" + instead)) : NotFound();
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
