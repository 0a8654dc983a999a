using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>How often the page of a group was looked at and its contacts opened, by week.</summary>
internal sealed class GroupVisitsModel(GroupAccess access, InsightReader reader, TenantContext tenant) : PageModel
{
    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public IReadOnlyList<VisitWeek> Weeks { get; private set; } = [];

    public int MonthViews => Weeks.Take(InsightReader.MonthWeeks).Sum(week => week.Views);

    public int MonthContacts => Weeks.Take(InsightReader.MonthWeeks).Sum(week => week.Contacts);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(slug, cancellationToken) is not { } listing) return NotFound();
        (Slug, Title) = (listing.Slug, listing.Texts.Choose(tenant.Settings.FallbackChain(tenant.Language)).Title);
        Weeks = await reader.WeeksAsync(listing.Id, cancellationToken);
        return Page();
    }
}
