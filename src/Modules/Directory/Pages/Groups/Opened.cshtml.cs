using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Services;
using Portal.Platform.Web;

namespace Portal.Directory.Pages.Groups;

/// <summary>
/// Is told by the script of a page that a way to reach a group was opened. Counts only what comes from a page of the site, and not too much
/// of it. Such pages are the same for everybody, so it carries no token.
/// </summary>
[FormFromThisSite]
internal sealed class OpenedModel(IVisitCounter counter, OpenedLimit limit) : PageModel
{
    private const int LongestSlug = 100;

    public IActionResult OnGet(string slug) => Redirect(Url.Content("~/groups/" + Uri.EscapeDataString(slug)));

    public IActionResult OnPost(string slug, string way)
    {
        if (slug.Length > LongestSlug || !Insight.Ways.Contains(way, StringComparer.Ordinal)) return NotFound();
        if (!CountVisits.IsPerson(Request)) return BadRequest();
        if (!limit.Allows(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (User.Identity?.IsAuthenticated != true) counter.Count(Insight.Contact(way, slug));
        return new NoContentResult();
    }
}
