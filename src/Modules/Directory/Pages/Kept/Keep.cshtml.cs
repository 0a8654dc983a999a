using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Directory.Services.Kept;
using Portal.Platform.Web;

namespace Portal.Directory.Pages.Kept;

/// <summary>
/// Keeps a group, or lets it go, where no script runs. The button stands on pages that are the same for everybody, so it carries
/// no token.
/// </summary>
[FormFromThisSite]
internal sealed class KeepModel(KeptCookie kept, IListings listings, IStringLocalizer<KeptText> texts) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Kept/List");

    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellationToken)
    {
        if (id is null) return BadRequest();
        if (kept.Has(id))
        {
            kept.Write(kept.Ids.Where(other => other != id));
            TempData["Notice"] = texts["Notice.Removed"].Value;
            TempData["UndoUrl"] = $"/kept?handler=PutBack&id={id}";
        }
        else if ((await listings.CardsAsync([id], cancellationToken)).Count == 0)
        {
            return NotFound();
        }
        else if (kept.Ids.Count >= KeptCookie.Most)
        {
            TempData["Notice"] = texts["Notice.Full", KeptCookie.Most].Value;
        }
        else
        {
            kept.Write(kept.Ids.Append(id));
            TempData["Notice"] = texts["Notice.Kept"].Value;
        }

        return RedirectToPage("/Kept/List", null, null, null);
    }
}
