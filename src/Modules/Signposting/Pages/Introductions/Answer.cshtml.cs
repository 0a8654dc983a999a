using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Introductions;

namespace Portal.Signposting.Pages.Introductions;

/// <summary>
/// Where the link in the letter to a group leads: may somebody come? Nobody signs in. Opening it changes nothing, because mail
/// scanners open links; only a form does. Nothing of it is kept by browsers, search engines or other sites.
/// </summary>
[FormFromThisSite]
internal sealed class AnswerModel(
    IntroductionAnswers answers, IntroductionWords words, IUsers users, UnknownCodeLimit limit, PrivateText sealedTexts, TenantContext tenant, DateWords dates, IStringLocalizer<IntroductionText> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary><c>accept</c>, <c>waiting-list</c>, <c>cannot</c>, or null for the question itself.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    /// <summary>True after an answer was sent.</summary>
    [FromQuery(Name = "done")]
    public bool IsDone { get; set; }

    [BindProperty]
    public AnswerFields Answer { get; set; } = new();

    /// <summary>Left empty by people.</summary>
    [BindProperty]
    public string? Homepage { get; set; }

    /// <summary>What is asked; null when the link no longer works.</summary>
    public AskedGroup? Asked { get; private set; }

    public string GroupName => Asked!.Group!.Title;

    public IReadOnlyList<string> Letter { get; private set; } = [];

    /// <summary>The answer so far, in words.</summary>
    public (string State, string Words)? Given { get; private set; }

    public DateOnly Today => dates.Today;

    public IntroductionState? Kind => Step switch
    {
        "accept" => IntroductionState.Accepted,
        "waiting-list" => IntroductionState.WaitingList,
        "cannot" => IntroductionState.Cannot,
        _ => null,
    };

    /// <summary>The kind of answer as the keys of its texts name it.</summary>
    public string KindKey => Kind == IntroductionState.Accepted ? "Accept" : Kind.ToString()!;

    public string AddressOf(string? step) => Url.Content($"~/introductions/{Code}{(step is null ? "" : "/" + step)}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused) return refused;
        if (Asked is null) return Page();
        await answers.RecordOpeningAsync(Asked, cancellationToken);
        Answer = AnswerFields.Of(Asked.Introduction.Answer(sealedTexts) is { } answer && answer.State == Kind ? answer : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused) return refused;
        if (Asked is null) return Page();
        if (Kind is not { } kind) return NotFound();
        // Who sends one answer after the other waits like who tries codes.
        limit.Count(HttpContext);
        if (Answer.Read(kind, ModelState, nameof(Answer), Today, texts) is not { } answer) return Page();
        // Programs fill in every field. They are told what people are told.
        if (string.IsNullOrEmpty(Homepage)) await answers.AnswerAsync(Asked, answer, cancellationToken);
        return Redirect(AddressOf(null) + "?done=true");
    }

    /// <summary>Reads what the link leads to; an answer when nothing more is to be done.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        Response.Headers["Referrer-Policy"] = "same-origin";
        if (limit.IsReached(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await answers.FindAsync(Code, cancellationToken) is not { } found)
        {
            limit.Count(HttpContext);
            return NotFound();
        }

        if (Step is not null && Kind is null) return NotFound();
        if (!found.IsOpen)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return null;
        }

        Asked = found;
        var worker = (await users.FindAsync([found.WorkerId], cancellationToken)).GetValueOrDefault(found.WorkerId)?.Name;
        Letter = words.Letter(found.Introduction.Letter(sealedTexts), GroupName, worker, tenant.Language);
        if (found.Introduction.Answer(sealedTexts) is { } given) Given = (words.State(found.Introduction), given.Words);
        return null;
    }
}
