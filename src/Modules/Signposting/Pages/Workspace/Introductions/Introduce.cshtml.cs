using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.Introductions;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Introductions;
using Portal.Signposting.Services.Matching;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Workspace.Introductions;

/// <summary>Introduces the person of a plan to the group of one of its steps: what is told, word for word; then how it stands.</summary>
internal sealed class IntroduceModel(
    PlanAccess access, PlanItems items, PlanSheets sheets, IntroductionDesk desk, IntroductionAnswers answers, IntroductionWords words, IntroductionMail mail, IGroupAnswers groups, WishChoices choices,
    Withdrawing withdrawing, PrivateText sealedTexts, DateWords dates, IStringLocalizer<RightsText> rights, IStringLocalizer<IntroductionText> texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public string Step { get; set; } = "";

    /// <summary>True to begin anew after one was closed.</summary>
    [FromQuery]
    public bool Another { get; set; }

    [BindProperty]
    public LetterFields Letter { get; set; } = new();

    /// <summary>Whether the person agreed.</summary>
    [BindProperty]
    public bool Agreed { get; set; }

    /// <summary>True to go back from what the group would read to what was written.</summary>
    [BindProperty]
    public bool Back { get; set; }

    /// <summary>What the group said on the phone.</summary>
    [BindProperty]
    public AnswerFields Answer { get; set; } = new();

    [BindProperty]
    public IntroductionState? Said { get; set; }

    public string PersonName { get; private set; } = "";

    /// <summary>How the group can be reached; null when it is no longer on the site.</summary>
    public GroupContact? Contact { get; private set; }

    /// <summary>Name of the group.</summary>
    public string GroupName { get; private set; } = "";

    public bool IsByPhone => Contact is { Emails.Count: 0 };

    /// <summary>What the group is told; null while it is being written.</summary>
    public IReadOnlyList<string>? Preview { get; private set; }

    /// <summary>Language the group is written to in.</summary>
    public LanguageInfo GroupLanguage { get; private set; } = null!;

    /// <summary>The introduction that is there already.</summary>
    public Introduction? Introduction { get; private set; }

    /// <summary>False when the step was taken out of the plan.</summary>
    public bool HasStep { get; private set; }

    public string State => words.State(Introduction!);

    public string GroupWords => Introduction!.Words(sealedTexts);

    public bool ShowsForm => Introduction is null || (Another && HasStep && Introduction.ClosedAt is not null);

    public DateOnly Today => dates.Today;

    public IReadOnlyList<SelectListItem> Languages => choices.Languages;

    public IReadOnlyList<SelectListItem> Kinds =>
        [new(texts["Answer.Accept"], nameof(IntroductionState.Accepted)), new(texts["Answer.WaitingList"], nameof(IntroductionState.WaitingList)), new(texts["Answer.Cannot"], nameof(IntroductionState.Cannot))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } plan) return NotFound();
        Letter = new LetterFields { Name = PersonName, Language = plan.Language };
        Answer = AnswerFields.Of(Introduction?.Answer(sealedTexts));
        return Page();
    }

    /// <summary>Shows what the group would read.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } plan || Contact is null || !ShowsForm) return NotFound();
        if (!Back && Letter.Read(ModelState, nameof(Letter), texts) is { } letter) await ShowPreviewAsync(plan, letter, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } plan || Contact is null) return NotFound();
        if (Letter.Read(ModelState, nameof(Letter), texts) is not { } letter) return Page();
        var isWithdrawn = plan.PersonId is { } person && await withdrawing.IsWithdrawnAsync(person, Consent.Groups, cancellationToken);
        if (!Agreed || isWithdrawn)
        {
            ModelState.AddModelError(nameof(Agreed), isWithdrawn ? rights["Withdraw.GroupsFirst"] : texts["Form.AgreedMissing"]);
            await ShowPreviewAsync(plan, letter, cancellationToken);
            return Page();
        }

        var result = await desk.SendAsync(new NewIntroduction(Id, Step, Contact.ListingId, letter, IsByPhone), cancellationToken);
        return After(result, IsByPhone ? null : "Form.Sent");
    }

    public async Task<IActionResult> OnPostSeeAsync(string introduction, CancellationToken cancellationToken)
        => After(await desk.SeeAsync(Id, introduction, cancellationToken), "View.SeenDone");

    public async Task<IActionResult> OnPostCloseAsync(string introduction, CancellationToken cancellationToken)
    {
        var answer = After(await desk.CloseAsync(Id, introduction, cancellationToken), "View.Closed");
        if (answer is RedirectToPageResult) TempData["UndoUrl"] = $"/workspace/plans/{Id}/introduce/{Step}?handler=Reopen&introduction={Uri.EscapeDataString(introduction)}";
        return answer;
    }

    public async Task<IActionResult> OnPostReopenAsync(string introduction, CancellationToken cancellationToken)
        => After(await desk.ReopenAsync(Id, introduction, cancellationToken), "View.Reopened");

    public async Task<IActionResult> OnPostRecordAsync(string introduction, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null || Introduction is null) return NotFound();
        if (Said is null) ModelState.AddModelError(nameof(Said), texts["Answer.ReasonMissing"]);
        if (Said is not { } kind || Answer.Read(kind, ModelState, nameof(Answer), Today, texts) is not { } answer) return Page();
        return After(await answers.RecordAsync(Id, introduction, answer, cancellationToken), "View.Recorded");
    }

    private IActionResult After(ChangeResult result, string? notice)
    {
        if (result == ChangeResult.NotFound) return NotFound();
        if (result == ChangeResult.Changed && notice is not null) TempData["Notice"] = texts[notice].Value;
        return RedirectToPage(new { Id, Step });
    }

    private async Task<Plan?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return null;
        Introduction = (await desk.OfAsync(Id, cancellationToken)).GetValueOrDefault(Step);
        HasStep = plan.StepsInOrder.Any(step => step.Id == Step && step.Kind == StepKind.Listing);
        // A step that was taken out may have an introduction that is still to be closed.
        if (!HasStep && Introduction is null) return null;
        var card = (await items.ReadAsync(plan, cancellationToken)).FirstOrDefault(step => step.Id == Step)?.Listing;
        if ((card?.Id ?? Introduction?.ListingId) is { } listing) Contact = await groups.ContactAsync(listing, cancellationToken);
        GroupName = card?.Title ?? Contact?.Title ?? texts["List.Gone"];
        PersonName = plan.Name(sealedTexts);
        GroupLanguage = LanguageInfo.Of(Introduction?.Language ?? (Contact is null ? plan.Language : await mail.LanguageForAsync(Contact, cancellationToken)));
        if (ShowsForm) await choices.ReadAsync([plan.Language], cancellationToken);
        else Preview = words.Letter(Introduction!.Letter(sealedTexts), Contact?.Title ?? GroupName, await sheets.WorkerNameAsync(plan, cancellationToken), GroupLanguage.Code);
        return plan;
    }

    private async Task ShowPreviewAsync(Plan plan, IntroductionLetter letter, CancellationToken cancellationToken)
        => Preview = words.Letter(letter, Contact!.Title, await sheets.WorkerNameAsync(plan, cancellationToken), GroupLanguage.Code);
}
