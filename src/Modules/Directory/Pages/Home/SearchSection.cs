using Microsoft.AspNetCore.Mvc;

namespace Portal.Directory.Pages.Home;

/// <summary>The head of the home page: what one can do here, and the search.</summary>
internal sealed class SearchSection : ViewComponent
{
    public IViewComponentResult Invoke() => View("/Pages/Home/_SearchSection.cshtml");
}
