using Microsoft.AspNetCore.Mvc;

namespace Portal.Directory.Pages.Home;

/// <summary>A quiet line each for people who run a group and for people who refer others.</summary>
internal sealed class InvitationSection : ViewComponent
{
    public IViewComponentResult Invoke() => View("/Pages/Home/_InvitationSection.cshtml");
}
