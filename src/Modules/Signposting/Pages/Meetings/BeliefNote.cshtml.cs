using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Pages.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Meetings;

namespace Portal.Signposting.Pages.Meetings;

/// <summary>Notes, with care, whether faith or belief bears on taking part.</summary>
internal sealed class BeliefNoteModel(PathTools tools, MeetingDesk desk, IStringLocalizer<MeetingText> words) : PersonPathPage(tools)
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary><see cref="Yes"/> or <see cref="No"/>; null while nobody asked.</summary>
    [BindProperty]
    public string? Bears { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IEnumerable<SelectListItem> Answers => [new SelectListItem(words["Belief.Yes"], Yes), new SelectListItem(words["Belief.No"], No)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        (Bears, Note) = (person.BeliefBears switch { true => Yes, false => No, null => null }, person.Belief(Tools.Texts));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null) return NotFound();
        var note = TypedTexts.Clean(Note);
        if (Bears is not (Yes or No)) ModelState.AddModelError(nameof(Bears), words["Belief.Missing"]);
        if (Bears == No && note.Length > 0) ModelState.AddModelError(nameof(Note), words["Belief.NoteWithoutYes"]);
        if (note.Length > PathwayEntry.LongestNote) ModelState.AddModelError(nameof(Note), words["Text.Long", PathwayEntry.LongestNote]);
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.SetBeliefAsync(Id, Bears == Yes, note, cancellationToken), words["Belief.Saved"], cancellationToken);
    }
}
