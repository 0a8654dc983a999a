using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Writes down that somebody tried to reach a person: first what came of it, then the rest, with the next step that follows from it already filled in.</summary>
internal sealed class LogContactModel(
    PersonAccess access, PathwayDesk desk, TakingBack takingBack, PathwayStory story, PathwayRules rules, NextStepForms forms, PrivateText texts, DateWords dates, IStringLocalizer<PathwayText> words) : PersonPathPage(access, forms, texts, words)
{
    private const int DaysBack = 365;
    private readonly NextStepForms forms = forms;
    private readonly PrivateText texts = texts;
    private readonly IStringLocalizer<PathwayText> words = words;

    /// <summary>Of <see cref="Contact.Results"/>; null while it is asked.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Result { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>Whether the team is to talk about the person, and <see cref="Why"/>.</summary>
    [BindProperty]
    public bool Flag { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Why the person is on the agenda already; null when they are not.</summary>
    public string? OnAgenda { get; private set; }

    public bool IsAsked => Contact.Results.Contains(Result, StringComparer.Ordinal);

    public IEnumerable<SelectListItem> Ways => Contact.Ways.Select(way => new SelectListItem(words["How." + way], way));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } person) return NotFound();
        if (!IsAsked) return Page();
        Seen = person.PathChanges;
        On = TypedDate.Of(dates.Today);
        How = Reach?.Best is { } best && Contact.Ways.Contains(best, StringComparer.Ordinal) ? best : Contact.Ways[0];
        Next = forms.Suggest(person, (await rules.NextAsync(cancellationToken)).AfterContact(Result!, await story.HasPlanAsync(Id, cancellationToken)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null || !IsAsked) return NotFound();
        var (on, note) = (On.Value, TypedTexts.Clean(Note));
        if (on is null) ModelState.AddModelError(nameof(On), words["Date.Wrong"]);
        else if (on > dates.Today) ModelState.AddModelError(nameof(On), words["Contact.DayAhead"]);
        else if (on < dates.Today.AddDays(-DaysBack)) ModelState.AddModelError(nameof(On), words["Contact.DayFar"]);
        if (!Contact.Ways.Contains(How, StringComparer.Ordinal)) ModelState.AddModelError(nameof(How), words["Contact.HowMissing"]);
        if (note.Length > PathwayEntry.LongestNote) ModelState.AddModelError(nameof(Note), words["Text.Long", PathwayEntry.LongestNote]);
        var why = TypedTexts.Clean(Why);
        if (why.Length > NextStep.LongestNote) ModelState.AddModelError(nameof(Why), words["Text.Long", NextStep.LongestNote]);
        if (!Flag && why.Length > 0) ModelState.AddModelError(nameof(Why), words["Contact.FlagMissing"]);
        var next = forms.Read(Next, nameof(Next), ModelState, Workers);
        if (!ModelState.IsValid) return Page();
        var result = await desk.LogContactAsync(Id, Seen, new Contact(on!.Value, How!, Result!, note), next!, Flag ? why : null, cancellationToken);
        if (result == PathwayResult.Saved && await takingBack.FindAsync(Id, cancellationToken) is { } logged)
            TempData["UndoUrl"] = $"/workspace/people/{Id}/contact/take-back?entry={logged.Contact.Id}&back={Uri.EscapeDataString(Back ?? "")}";
        return await AnswerAsync(result, words["Contact.Saved"], cancellationToken);
    }

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return null;
        OnAgenda = person.FlaggedAt is null ? null : person.Flag(texts);
        return person;
    }
}
