using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Writes down that somebody tried to reach a person: first what came of it, then the rest, with the next step that follows from it already filled in.</summary>
internal sealed class LogContactModel(PathTools tools, PathwayDesk desk, TakingBack takingBack, PathwayStory story, DateWords dates) : PersonPathPage(tools)
{
    private const int DaysBack = 365;

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

    public IEnumerable<SelectListItem> Ways => Contact.Ways.Select(way => new SelectListItem(Tools.Words["How." + way], way));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        if (!IsAsked) return Page();
        Seen = person.PathChanges;
        On = TypedDate.Of(dates.Today);
        How = Reach?.Best is { } best && Contact.Ways.Contains(best, StringComparer.Ordinal) ? best : Contact.Ways[0];
        Next = Tools.Forms.Suggest(person, (await Tools.Rules.NextAsync(cancellationToken)).AfterContact(Result!, await story.HasPlanAsync(Id, cancellationToken)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null || !IsAsked) return NotFound();
        var (on, note) = (On.Value, TypedTexts.Clean(Note));
        if (on is null) ModelState.AddModelError(nameof(On), Tools.Words["Date.Wrong"]);
        else if (on > dates.Today) ModelState.AddModelError(nameof(On), Tools.Words["Contact.DayAhead"]);
        else if (on < dates.Today.AddDays(-DaysBack)) ModelState.AddModelError(nameof(On), Tools.Words["Contact.DayFar"]);
        if (!Contact.Ways.Contains(How, StringComparer.Ordinal)) ModelState.AddModelError(nameof(How), Tools.Words["Contact.HowMissing"]);
        if (note.Length > PathwayEntry.LongestNote) ModelState.AddModelError(nameof(Note), Tools.Words["Text.Long", PathwayEntry.LongestNote]);
        var why = TypedTexts.Clean(Why);
        if (why.Length > NextStep.LongestNote) ModelState.AddModelError(nameof(Why), Tools.Words["Text.Long", NextStep.LongestNote]);
        if (!Flag && why.Length > 0) ModelState.AddModelError(nameof(Why), Tools.Words["Contact.FlagMissing"]);
        var next = Tools.Forms.Read(Next, nameof(Next), ModelState, Workers);
        if (!ModelState.IsValid) return Page();
        var result = await desk.LogContactAsync(Id, Seen, new Contact(on!.Value, How!, Result!, note), next!, Flag ? why : null, cancellationToken);
        if (result == PathwayResult.Saved && await takingBack.FindAsync(Id, cancellationToken) is { } logged)
            TempData["UndoUrl"] = $"/workspace/people/{Id}/contact/take-back?entry={logged.Contact.Id}&back={Uri.EscapeDataString(Back ?? "")}";
        return await AnswerAsync(result, Tools.Words["Contact.Saved"], cancellationToken);
    }

    protected override Task<bool> LoadAsync(Person person, CancellationToken cancellationToken)
    {
        OnAgenda = person.FlaggedAt is null ? null : person.Flag(Tools.Texts);
        return Task.FromResult(true);
    }
}
