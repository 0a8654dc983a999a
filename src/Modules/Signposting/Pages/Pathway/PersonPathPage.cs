using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.People;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>What the pages on one step of a person's way have in common: who it is, what to heed, what is next, and the way back to where one came from.</summary>
internal abstract class PersonPathPage(PathTools tools) : PageModel
{
    private const int LongestBack = 200;

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>What was asked of the board one came from: <c>?of=Team</c>; null when one came from the person's page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>How many changes the way had when the page was shown.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public NextFields Next { get; set; } = new();

    public string Name { get; private set; } = "";

    public Reach? Reach { get; private set; }

    public Communication? Communication { get; private set; }

    public Risks? Risks { get; private set; }

    public HeedMore HeedMore { get; private set; } = null!;

    public NextStep? Present { get; private set; }

    public IReadOnlyList<SelectListItem> Workers { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => NextStep.Kinds.Select(kind => new SelectListItem(tools.Words["Next.Kind." + kind], kind));

    /// <summary>Address of where one came from, inside the tenant.</summary>
    public virtual string BackTo => Back is { Length: > 0 and < LongestBack } query && query[0] == '?' && !query.Any(char.IsControl) ? "~/workspace" + query : $"~/workspace/people/{Id}";

    protected PathTools Tools => tools;

    /// <summary>Opens the record of somebody who is helped, with what the page shows of it; null for all others.</summary>
    protected async Task<Person?> OpenAsync(CancellationToken cancellationToken)
    {
        if (await tools.Access.OpenAsync(Id, cancellationToken) is not { ClosedAt: null } person) return null;
        Name = person.Read<Who>(tools.Texts)?.FullName ?? "";
        (Reach, Communication, Risks) = (person.Read<Reach>(tools.Texts), person.Read<Communication>(tools.Texts), person.Read<Risks>(tools.Texts));
        HeedMore = await tools.Forms.HeedMoreAsync(person);
        Present = person.Next(tools.Texts);
        Workers = await tools.Forms.WorkersAsync(person, cancellationToken);
        return await LoadAsync(person, cancellationToken) ? person : null;
    }

    /// <summary>Reads what else the page shows, each time it is shown. False when there is no such page for this person.</summary>
    protected virtual Task<bool> LoadAsync(Person person, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Fills in what follows when nothing else is said: what was next, unless it is late.</summary>
    protected async Task SuggestAsync(Person person, CancellationToken cancellationToken)
        => Next = tools.Forms.Suggest(person, (await tools.Rules.NextAsync(cancellationToken)).AfterMove(person.NextKind, person.NextOn), Present?.Note ?? "");

    /// <summary>Where a change leads: back with a word on it, or to the same page when somebody else was faster.</summary>
    protected async Task<IActionResult> AnswerAsync(PathwayResult result, string notice, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case PathwayResult.NotFound: return NotFound();
            case PathwayResult.ChangedMeanwhile:
                if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
                Seen = person.PathChanges;
                ModelState.Remove(nameof(Seen));
                ModelState.AddModelError("", tools.Words["Changed.Meanwhile"]);
                return Page();
        }

        TempData["Notice"] = notice;
        return LocalRedirect(BackTo);
    }
}
