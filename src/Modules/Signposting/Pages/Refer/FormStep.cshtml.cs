using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Pages.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Refer;

/// <summary>One page of a referral. Each is saved when one goes on, so going back and forth shows what was typed.</summary>
internal sealed class FormStepModel(
    ReferralForms forms, ReferralStart start, PrivateText texts, UnknownCodeLimit limit, DateWords dates, IStringLocalizer<PeopleText> people, IStringLocalizer<ReferralText> words) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute(Name = "step")]
    public string StepName { get; set; } = "";

    [BindProperty]
    public Referrer Referrer { get; set; } = new();

    [BindProperty]
    public SectionForms Form { get; set; } = new();

    [BindProperty]
    public Reason Reason { get; set; } = new();

    [BindProperty]
    public Agreement Agreement { get; set; } = new();

    public ReferralStep Which => Enum.Parse<ReferralStep>(StepName, ignoreCase: true);

    private bool IsStep => Enum.GetNames<ReferralStep>().Contains(StepName, StringComparer.OrdinalIgnoreCase);

    public ReferralSource Source { get; private set; }

    /// <summary>Ending of the keys of texts that speak to the person instead of about them.</summary>
    public string Variant { get; private set; } = "";

    /// <summary>Name of the page before; null on the first.</summary>
    public string? BackTo => Which == ReferralStep.Referrer ? null : NameOf(Which - 1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } referral) return Missing();
        if (referral.Stage != ReferralStage.Draft) return RedirectToPage("FormSent", new { Code });
        var content = Show(referral);
        // Nobody lands on a page whose turn has not come.
        if (Which > content.NextOf()) return RedirectToPage(new { Code, step = NameOf(content.NextOf()) });
        Referrer = content.Referrer ?? new();
        Form = new SectionForms
        {
            Who = content.Who ?? new(),
            Reach = content.Reach ?? new(),
            Communication = content.Communication ?? new(),
            Risks = WithOneRisk(content.Risks ?? new()),
        };
        (Reason, Agreement) = (content.Reason ?? new(), content.Agreement ?? new());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } referral) return Missing();
        if (referral.Stage != ReferralStage.Draft) return RedirectToPage("FormSent", new { Code });
        Show(referral);
        var change = Read();
        if (!ModelState.IsValid)
        {
            Form.Risks = WithOneRisk(Form.Risks);
            return Page();
        }

        if (!await forms.WriteAsync(Code, change, cancellationToken)) return Missing();
        var next = Which + 1;
        return next == ReferralStep.Check ? RedirectToPage("FormCheck", new { Code }) : RedirectToPage(new { Code, step = NameOf(next) });
    }

    private static string NameOf(ReferralStep step) => step.ToString().ToLowerInvariant();

    /// <summary>Here one place is enough; all of it can be told there.</summary>
    private static Risks WithOneRisk(Risks risks) => risks.Items.Count > 0 ? risks : risks.WithRoom();

    private ReferralContent Show(Referral referral)
    {
        var content = referral.Content(texts);
        Source = referral.Source;
        Variant = Source == ReferralSource.Self && content.Referrer?.Who == Referrer.Myself ? ".Self" : "";
        return content;
    }

    /// <summary>Checks what was typed on this page; the change it makes to the referral.</summary>
    private Func<ReferralContent, ReferralContent> Read()
    {
        switch (Which)
        {
            case ReferralStep.Referrer:
                start.Check(this, Referrer, Source);
                var referrer = SectionJson.Clean(Referrer);
                return content => content with { Referrer = referrer };
            case ReferralStep.Who:
                var who = Checked("Form.Who", Form.Who);
                return content => content with { Who = who };
            case ReferralStep.Reach:
                var reach = Checked("Form.Reach", Form.Reach);
                if (!reach.HasWay) ModelState.AddModelError("Form.Reach.Phone", people["Reach.NoWay"]);
                return content => content with { Reach = reach };
            case ReferralStep.Communication:
                var needs = Checked("Form.Communication", Form.Communication);
                if (needs.Reads is null) ModelState.AddModelError("Form.Communication.Reads", people["Communication.ReadsMissing"]);
                if (needs.Interpreter is null) ModelState.AddModelError("Form.Communication.Interpreter", people["Choice.Missing"]);
                return content => content with { Communication = needs };
            case ReferralStep.Reason:
                var reason = Checked(nameof(Reason), Reason);
                return content => content with { Reason = reason };
            case ReferralStep.Risks:
                var risks = Checked("Form.Risks", Form.Risks);
                return content => content with { Risks = risks };
            default:
                var agreement = Checked(nameof(Agreement), Agreement);
                return content => content with { Agreement = agreement };
        }
    }

    private T Checked<T>(string prefix, T typed)
        where T : class, IPersonSection, new()
    {
        foreach (var problem in typed.Problems(dates.Today))
        {
            var said = words[problem.TextKey];
            ModelState.AddModelError($"{prefix}.{problem.Field}", said.ResourceNotFound ? people[problem.TextKey] : said);
        }

        foreach (var field in SectionJson.TooLong(typed)) ModelState.AddModelError($"{prefix}.{field}", people["Text.Long", SectionJson.LongestText]);
        return SectionJson.Clean(typed);
    }

    private async Task<Referral?> FindAsync(CancellationToken cancellationToken)
    {
        ReferralStart.NoTrace(Response);
        return limit.IsReached(HttpContext) || !IsStep ? null : await forms.FindAsync(Code, cancellationToken);
    }

    private IActionResult Missing()
    {
        if (limit.IsReached(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        limit.Count(HttpContext);
        return NotFound();
    }
}
