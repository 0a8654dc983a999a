using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Pages.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Refer;

/// <summary>The first page of a referral, the same behind all doors: who refers. What is typed is kept from here on.</summary>
internal sealed class ReferralStart(ReferralForms forms, ReferralLimit limit, DateWords dates, IStringLocalizer<PeopleText> people, IStringLocalizer<ReferralText> words)
{
    /// <summary>Name of the property that holds what was typed.</summary>
    public const string Field = "Referrer";

    /// <summary>Checks what was typed, begins the referral and leads to its next page.</summary>
    /// <param name="trap">A field that no person sees; what fills it in is a program.</param>
    public async Task<IActionResult> BeginAsync(PageModel page, NewReferral start, string? trap, CancellationToken cancellationToken)
    {
        NoTrace(page.Response);
        Check(page, start.Referrer, start.Source);
        var referrer = SectionJson.Clean(start.Referrer);
        if (!page.ModelState.IsValid) return page.Page();
        if (!string.IsNullOrEmpty(trap)) return page.RedirectToPage("/Refer/Landing");
        if (!limit.Allows(page.HttpContext, start.Source, start.LinkId))
        {
            page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            page.ModelState.AddModelError("", words["Start.TooMany"]);
            return page.Page();
        }

        var code = await forms.BeginAsync(start with { Referrer = referrer }, cancellationToken);
        return page.RedirectToPage("/Refer/FormStep", new { code, step = ReferralStep.Who.ToString().ToLowerInvariant() });
    }

    /// <summary>Says beside the fields what is wrong.</summary>
    public void Check(PageModel page, Referrer referrer, ReferralSource source)
    {
        page.ModelState.Check(Field, referrer, dates.Today, people);
        foreach (var problem in referrer.Missing(source))
        {
            var said = words[problem.TextKey];
            page.ModelState.AddModelError($"{Field}.{problem.Field}", said.ResourceNotFound ? people[problem.TextKey] : said);
        }
    }

    /// <summary>The address opens what was typed: no search engine and no other site learns it.</summary>
    public static void NoTrace(HttpResponse response)
    {
        response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
