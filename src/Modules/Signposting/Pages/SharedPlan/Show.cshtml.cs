using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Security;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Answers;

namespace Portal.Signposting.Pages.SharedPlan;

/// <summary>
/// A plan for whoever has its link, and what the person says on it. Nothing of it is kept by browsers, search engines or other
/// sites; it sets no cookie, so its buttons carry no token.
/// </summary>
[FormFromThisSite]
internal sealed class ShowModel(
    PlanSharing sharing, PlanSheets sheets, PersonAnswers answers, PlanWord word, UnknownCodeLimit limit, SiteAddresses addresses, CurrentActor actor, TenantContext tenant, PageFrame frame) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>Large print.</summary>
    [FromQuery]
    public bool Large { get; set; }

    /// <summary>Easy Read.</summary>
    [FromQuery]
    public bool Easy { get; set; }

    /// <summary>The goal that was just taken away.</summary>
    [FromQuery]
    public string? Gone { get; set; }

    /// <summary>True when more was said than is taken in an hour.</summary>
    [FromQuery]
    public bool Full { get; set; }

    /// <summary>The plan; null when the link no longer works.</summary>
    public PlanSheet? Sheet { get; private set; }

    /// <summary>Whom to ask for a new link.</summary>
    public string? WorkerName { get; private set; }

    /// <summary>The link whose word has to be typed first; null when none has to be.</summary>
    public PlanShare? Asked { get; private set; }

    /// <summary>Key of what was wrong with a word that was typed.</summary>
    public string? WordFault { get; private set; }

    /// <summary>What stands behind the address in the form that was chosen.</summary>
    public QueryString FormQuery
    {
        get
        {
            var query = QueryString.Empty;
            if (Large) query = query.Add("large", "true");
            return Easy ? query.Add("easy", "true") : query;
        }
    }

    public string? ContactPhone => tenant.Settings.ContactPhone;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var (found, refused) = await FindAsync(cancellationToken);
        if (found is null) return refused!;
        if (actor.UserId is null) await sharing.CountOpeningAsync(found.Share, cancellationToken);
        return await ShowAsync(found, null, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostWordAsync(string? typed, CancellationToken cancellationToken)
    {
        var (found, refused) = await FindAsync(cancellationToken);
        if (found is null && Asked is null) return refused!;
        var result = Asked is null ? WordResult.Right : await word.TryAsync(Asked, typed, cancellationToken);
        if (result == WordResult.Right) return LocalRedirect($"{Request.PathBase}{Request.Path.ToUriComponent()}{FormQuery}");
        WordFault = result == WordResult.Wrong ? "Word.Wrong" : "Word.TooMany";
        return Page();
    }

    public Task<IActionResult> OnPostSayAsync(string step, PersonAnswerKind kind, CancellationToken cancellationToken)
        => ChangeAsync(plan => answers.SayAsync(plan, step, kind, cancellationToken), "answer-" + step, cancellationToken);

    public Task<IActionResult> OnPostTakeBackAsync(string step, PersonAnswerKind kind, CancellationToken cancellationToken)
        => ChangeAsync(plan => answers.TakeBackAsync(plan, step, kind, cancellationToken), "answer-" + step, cancellationToken);

    public async Task<IActionResult> OnPostGoalAsync(string? goal, CancellationToken cancellationToken)
    {
        var typed = TypedTexts.Clean(goal);
        var fault = typed.Length == 0 ? "Goal.Missing" : typed.Length > PersonAnswer.LongestGoal ? "Goal.Long" : null;
        if (fault is null) return await ChangeAsync(plan => answers.AddGoalAsync(plan, typed, cancellationToken), "goals", cancellationToken);
        var (found, refused) = await FindAsync(cancellationToken);
        return found is null ? refused! : await ShowAsync(found, goal, fault, cancellationToken);
    }

    public Task<IActionResult> OnPostTakeGoalBackAsync(string goal, CancellationToken cancellationToken)
        => ChangeAsync(plan => answers.TakeGoalBackAsync(plan, goal, cancellationToken), "goals", cancellationToken, gone: goal);

    public Task<IActionResult> OnPostPutGoalBackAsync(string goal, CancellationToken cancellationToken)
        => ChangeAsync(plan => answers.PutGoalBackAsync(plan, goal, cancellationToken), "goals", cancellationToken);

    /// <summary>Does one thing and shows the plan again at the same place.</summary>
    private async Task<IActionResult> ChangeAsync(Func<Plan, Task<bool>> change, string place, CancellationToken cancellationToken, string? gone = null)
    {
        var (found, refused) = await FindAsync(cancellationToken);
        if (found is null) return refused!;
        var done = await change(found.Plan);
        var isFull = !done && await answers.IsFullAsync(found.Plan.Id, cancellationToken);
        var query = FormQuery;
        if (done && gone is not null) query = query.Add("gone", gone);
        if (isFull) query = query.Add("full", "true");
        return LocalRedirect($"{Request.PathBase}{Request.Path.ToUriComponent()}{query}{(isFull ? "" : "#" + Uri.EscapeDataString(place))}");
    }

    /// <summary>The plan, or what to answer when it is not to be shown.</summary>
    private async Task<(Services.SharedPlan? Found, IActionResult? Refused)> FindAsync(CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        Response.Headers["Referrer-Policy"] = "same-origin";
        if (limit.IsReached(HttpContext)) return (null, StatusCode(StatusCodes.Status429TooManyRequests));
        if (await sharing.FindAsync(Code, cancellationToken) is not { } found)
        {
            limit.Count(HttpContext);
            return (null, NotFound());
        }

        // The link names no language: the plan is shown in its own, unless the reader picks another, which then is in the address.
        var language = tenant.Settings.Languages.Contains(found.Plan.Language, StringComparer.Ordinal) ? found.Plan.Language : tenant.Settings.DefaultLanguage;
        if (!frame.AddressNamesLanguage) return (null, LocalRedirect($"{tenant.Tenant.PathPrefix}/{language}{Request.Path.ToUriComponent()}{Request.QueryString.ToUriComponent()}"));
        frame.EveryLanguageInAddress = true;
        if (found.IsOpen)
        {
            if (word.IsKnown(found.Share)) return (found, null);
            Asked = found.Share;
            return (null, Page());
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        WorkerName = await sheets.WorkerNameAsync(found.Plan, cancellationToken);
        return (null, Page());
    }

    private async Task<IActionResult> ShowAsync(Services.SharedPlan found, string? typedGoal, string? fault, CancellationToken cancellationToken)
    {
        var link = addresses.Absolute("/p/" + Code, tenant.Settings.DefaultLanguage);
        Sheet = await sheets.MakeAsync(found.Plan, tenant.Language, cancellationToken) with
        {
            LastDay = found.Share.LastDay,
            Link = link,
            Code = QrCode.Of(link),
            Address = $"{Request.PathBase}{Request.Path.ToUriComponent()}",
            IsLarge = Large,
            IsEasy = Easy,
            IsFull = Full,
            GoalTakenAway = Gone,
            TypedGoal = typedGoal,
            GoalFault = fault,
        };
        return Page();
    }
}
