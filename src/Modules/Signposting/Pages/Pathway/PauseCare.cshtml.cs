using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Makes a break until a day, and ends one.</summary>
internal sealed class PauseCareModel(PathTools tools, PathwayDesk desk, DateWords dates) : PersonPathPage(tools)
{
    private const string ByPerson = "person";

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    /// <summary><see cref="ByPerson"/>, or the service.</summary>
    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public DateOnly? PausedUntil { get; private set; }

    public IEnumerable<SelectListItem> Askers => new[] { ByPerson, "service" }.Select(by => new SelectListItem(Tools.Words["Pause.By." + by], by));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        Seen = person.PathChanges;
        Until = TypedDate.Of(PausedUntil);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null) return NotFound();
        var (until, why) = (Until.Value, TypedTexts.Clean(Why));
        if (until is null) ModelState.AddModelError(nameof(Until), Tools.Words[Until.IsEmpty ? "Pause.UntilMissing" : "Date.Wrong"]);
        else if (until <= dates.Today) ModelState.AddModelError(nameof(Until), Tools.Words["Pause.UntilGone"]);
        else if (until > dates.Today.AddDays(NextStep.Farthest)) ModelState.AddModelError(nameof(Until), Tools.Words["Next.DayFar"]);
        if (!Askers.Any(by => by.Value == By)) ModelState.AddModelError(nameof(By), Tools.Words["Pause.ByMissing"]);
        if (why.Length > PathwayEntry.LongestNote) ModelState.AddModelError(nameof(Why), Tools.Words["Text.Long", PathwayEntry.LongestNote]);
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.PauseAsync(Id, Seen, new Break(until!.Value, By == ByPerson, why), cancellationToken), Tools.Words["Pause.Saved"], cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
        => await AnswerAsync(await desk.ResumeAsync(Id, cancellationToken), Tools.Words["Pause.Ended"], cancellationToken);

    protected override Task<bool> LoadAsync(Person person, CancellationToken cancellationToken)
    {
        PausedUntil = person.IsPausedOn(dates.Today) ? person.PausedUntil : null;
        return Task.FromResult(true);
    }
}
