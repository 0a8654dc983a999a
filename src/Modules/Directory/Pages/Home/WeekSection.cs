using Microsoft.AspNetCore.Mvc;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.Home;

/// <summary>A few groups that meet in the next seven days.</summary>
internal sealed class WeekSection(WeekAhead week) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View("/Pages/Home/_WeekSection.cshtml", await week.ReadAsync(HttpContext.RequestAborted));
}
