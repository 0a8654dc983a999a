using Microsoft.AspNetCore.Mvc;
using Portal.Directory.Services.Kept;

namespace Portal.Directory.Pages.Kept;

/// <summary>The link to the shortlist in the header, with how many groups are in it; hidden while there are none.</summary>
internal sealed class KeptLink(KeptCookie kept) : ViewComponent
{
    public IViewComponentResult Invoke() => View("/Pages/Kept/_KeptLink.cshtml", kept.Ids.Count);
}
