using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Letters;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Letters;

namespace Portal.Signposting.Pages.Workspace.Letters;

/// <summary>The closing letter, word for word, before it goes.</summary>
internal sealed class ClosingModel(PlanAccess access, ClosingDesk desk, ReadingForms forms, PrivateText sealedTexts, IStringLocalizer<LetterText> words) : PageModel
{
    public const string Email = "email";
    public const string Text = "text";
    public const string Print = "print";
    public const string Referrer = "referrer";

    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? OwnWords { get; set; }

    [BindProperty]
    public List<string> Ways { get; set; } = [];

    /// <summary>A <see cref="ReadingForm"/>: how the letter is read; null for as the record says.</summary>
    [BindProperty]
    public string? Form { get; set; }

    public IReadOnlyList<SelectListItem> Forms => forms.Choices;

    /// <summary>Why a form is chosen already; null where the record asks for none.</summary>
    public string? WhyForm => forms.Why(Draft?.Needed);

    /// <summary>Fingerprint of the letter as the page shows it.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>The letter; null for a plan that is closed.</summary>
    public ClosingDraft? Draft { get; private set; }

    public IReadOnlyList<ClosingLetter> Earlier { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Shows the letter with the worker's words in it.</summary>
    public Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        CheckWords();
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        CheckWords();
        var ways = new ClosingWays(Ways.Contains(Email, StringComparer.Ordinal), Ways.Contains(Text, StringComparer.Ordinal), Ways.Contains(Print, StringComparer.Ordinal), Ways.Contains(Referrer, StringComparer.Ordinal));
        if (ways.IsNone) ModelState.AddModelError(nameof(Ways), words["Close.NoWay"]);
        if (ReadingForms.Chosen(Form) is not { } form) return await ShowAsync(cancellationToken);
        if (!ModelState.IsValid) return await ShowAsync(cancellationToken);
        var (result, letter) = await desk.SendAsync(Id, TypedTexts.Clean(OwnWords), form, ways, Seen, cancellationToken);
        switch (result)
        {
            case ClosingResult.NotFound:
                return NotFound();
            case ClosingResult.Changed:
                ModelState.AddModelError("", words["Close.Changed"]);
                return await ShowAsync(cancellationToken);
            case ClosingResult.Unsafe:
                ModelState.AddModelError(nameof(Ways), words["Close.WayWrong"]);
                return await ShowAsync(cancellationToken);
            default:
                TempData["Notice"] = words[ways.Email || ways.Text ? "Close.Sent" : "Close.SentPrint"].Value;
                return RedirectToPage("Letter", new { Id, letter });
        }
    }

    private void CheckWords()
    {
        if (TypedTexts.Clean(OwnWords).Length > ClosingLetter.LongestOwnWords) ModelState.AddModelError(nameof(OwnWords), words["Close.OwnWordsLong", ClosingLetter.LongestOwnWords]);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        Name = plan.Name(sealedTexts);
        Earlier = await desk.LettersAsync(Id, cancellationToken);
        var own = TypedTexts.Clean(OwnWords);
        Draft = await desk.DraftAsync(Id, own.Length > ClosingLetter.LongestOwnWords ? "" : own, ReadingForms.Chosen(Form), cancellationToken);
        Form = Draft?.Form.ToString();
        Seen = Draft?.Fingerprint;
        return Page();
    }
}
