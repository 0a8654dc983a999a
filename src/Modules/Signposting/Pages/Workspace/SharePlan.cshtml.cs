using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>Makes links to a plan and looks after them.</summary>
internal sealed class SharePlanModel(
    PlanAccess access, PlanSharing sharing, Withdrawing withdrawing, ReadingForms forms, PrivateText sealedTexts, ShareMessages messages, SiteAddresses addresses, TenantContext tenant, DateWords dates, IStringLocalizer<SignpostingText> texts, IStringLocalizer<PersonText> personTexts) : PageModel
{
    private const string NewCode = "SignpostingNewCode";
    private const string NewForm = "SignpostingNewForm";

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>For how many days a new link works.</summary>
    [BindProperty]
    public int? Days { get; set; }

    /// <summary>A word that is asked for before the plan is shown.</summary>
    [BindProperty]
    public string? Word { get; set; }

    /// <summary>A <see cref="ReadingForm"/>: how the plan opens.</summary>
    [BindProperty]
    public string? Form { get; set; }

    /// <summary>Why a form is chosen already; null where the record asks for none.</summary>
    public string? WhyForm { get; private set; }

    public IReadOnlyList<SelectListItem> Forms => forms.Choices;

    public string Name { get; private set; } = "";

    public bool CanShare { get; private set; }

    /// <summary>True where the person took back that a record is kept: then no link works, and none is made.</summary>
    public bool IsWithdrawn { get; private set; }

    public DateOnly Today => dates.Today;

    public IReadOnlyList<PlanShare> Shares { get; private set; } = [];

    /// <summary>When each link was opened, the newest first.</summary>
    public ILookup<string, DateTimeOffset> Openings { get; private set; } = null!;

    /// <summary>The link that was just made. It is shown this once, because only its hash is kept.</summary>
    public string? NewLink { get; private set; }

    public DateOnly NewLinkLastDay { get; private set; }

    public QrCode? NewLinkCode { get; private set; }

    public ShareMessage? Message { get; private set; }

    public IEnumerable<SelectListItem> Lifetimes => PlanShare.Lifetimes.Select(days => new SelectListItem(texts.Count("Share.Day", days), days.ToString(CultureInfo.InvariantCulture)));

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Days = PlanShare.UsualLifetime;
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && (Days is null || !PlanShare.Lifetimes.Contains(Days.Value))) ModelState.AddModelError(nameof(Days), texts["Share.DaysMissing"]);
        var word = TypedTexts.Clean(Word);
        if (word.Length > 0 && (word.Length > PlanShare.LongestWord || word.Count(char.IsLetterOrDigit) < PlanShare.ShortestWord)) ModelState.AddModelError(nameof(Word), personTexts["Word.Unclear", PlanShare.ShortestWord, PlanShare.LongestWord]);
        if (ReadingForms.Chosen(Form) is not { } form) ModelState.AddModelError(nameof(Form), forms.Missing);
        else TempData[NewForm] = form.ToString();
        if (!ModelState.IsValid || await IsWithdrawnAsync(cancellationToken)) return await ShowAsync(cancellationToken);
        // In a cookie that only this site can read, and only until the next page.
        TempData[NewCode] = await sharing.ShareAsync(Id, Days!.Value, word, cancellationToken);
        return RedirectToPage(null, null, new { Id }, "new");
    }

    public async Task<IActionResult> OnPostExtendAsync(string share, CancellationToken cancellationToken)
        => await IsWithdrawnAsync(cancellationToken) ? await ShowAsync(cancellationToken) : After(await sharing.ExtendAsync(Id, share, cancellationToken), "Share.Extended");

    public async Task<IActionResult> OnPostStopAsync(string share, CancellationToken cancellationToken)
        => After(await sharing.EndAsync(Id, share, cancellationToken), "Share.StoppedNow");

    /// <summary>The word that is asked for with a link; empty for none.</summary>
    public string WordOf(PlanShare share) => share.Word(sealedTexts);

    private async Task<bool> IsWithdrawnAsync(CancellationToken cancellationToken)
        => await access.FindAsync(Id, cancellationToken) is { PersonId: { } person } && await withdrawing.IsWithdrawnAsync(person, Consent.Record, cancellationToken);

    private IActionResult After(ChangeResult result, string notice)
    {
        if (result == ChangeResult.NotFound) return NotFound();
        if (result == ChangeResult.Changed) TempData["Notice"] = texts[notice].Value;
        return RedirectToPage(null, null, new { Id });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        Name = plan.Name(sealedTexts);
        IsWithdrawn = plan.PersonId is { } person && await withdrawing.IsWithdrawnAsync(person, Consent.Record, cancellationToken);
        var needed = await forms.NeededAsync(plan.PersonId, cancellationToken);
        WhyForm = forms.Why(needed);
        Form ??= (needed ?? ReadingForm.Usual).ToString();
        CanShare = plan.ClosedAt is null && plan.StepsInOrder.Any();
        Shares = [.. plan.Shares.OrderByDescending(share => share.CreatedAt)];
        Openings = await sharing.OpeningsAsync(Id, cancellationToken);
        if (TempData[NewCode] is string code && plan.Shares.Find(share => share.CodeHash == PlanShare.HashOf(code)) is { } made)
        {
            NewLink = addresses.Absolute("/p/" + code, tenant.Settings.DefaultLanguage) + ReadingForms.Query(ReadingForms.Chosen(TempData[NewForm] as string) ?? ReadingForm.Usual);
            NewLinkLastDay = made.LastDay;
            NewLinkCode = QrCode.Of(NewLink);
            Message = messages.Write(NewLink, made.LastDay, plan.Language);
        }

        return Page();
    }
}
