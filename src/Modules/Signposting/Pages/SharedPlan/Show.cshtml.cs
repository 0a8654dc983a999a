using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Security;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.SharedPlan;

/// <summary>A plan for whoever has its link. Nothing of it is kept by browsers, search engines or other sites.</summary>
internal sealed class ShowModel(
    PlanSharing sharing, PlanSheets sheets, UnknownCodeLimit limit, SiteAddresses addresses, CurrentActor actor, TenantContext tenant, PageFrame frame) : PageModel
{
    /// <summary>The plan; null when the link no longer works.</summary>
    public PlanSheet? Sheet { get; private set; }

    /// <summary>Whom to ask for a new link.</summary>
    public string? WorkerName { get; private set; }

    public string? ContactPhone => tenant.Settings.ContactPhone;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (limit.IsReached(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await sharing.FindAsync(code, cancellationToken) is not { } found)
        {
            limit.Count(HttpContext);
            return NotFound();
        }

        // The link names no language: the plan is shown in its own, unless the reader picks another, which then is in the address.
        var language = tenant.Settings.Languages.Contains(found.Plan.Language, StringComparer.Ordinal) ? found.Plan.Language : tenant.Settings.DefaultLanguage;
        if (!frame.AddressNamesLanguage) return LocalRedirect($"{tenant.Tenant.PathPrefix}/{language}{Request.Path.ToUriComponent()}");
        frame.EveryLanguageInAddress = true;

        if (!found.IsOpen)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            WorkerName = await sheets.WorkerNameAsync(found.Plan, cancellationToken);
            return Page();
        }

        if (actor.UserId is null) await sharing.CountOpeningAsync(found.Share.Id, cancellationToken);
        var link = addresses.Absolute("/p/" + code, tenant.Settings.DefaultLanguage);
        Sheet = await sheets.MakeAsync(found.Plan, tenant.Language, cancellationToken) with { LastDay = found.Share.LastDay, Link = link, Code = QrCode.Of(link) };
        return Page();
    }
}
