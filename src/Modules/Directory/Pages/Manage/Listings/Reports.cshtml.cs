using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>Where what readers say is wrong used to wait: it is part of the moderators' queue now.</summary>
internal sealed class ReportsModel : PageModel
{
    public IActionResult OnGet() => Redirect(Url.Content("~/manage/moderation?kind=report"));
}
