using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Modules;
using Portal.Platform.Web;

namespace Portal.Accounts.Pages.Manage.Overview;

/// <summary>Everything the reader may look after.</summary>
internal sealed class ManageHomeModel(PageFrame frame) : PageModel
{
    public IReadOnlyList<FrameLink> Links { get; private set; } = [];

    public async Task OnGetAsync() => Links = await frame.MenuAsync(MenuPlace.Manage);
}
