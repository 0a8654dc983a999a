using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>What the pages on one step of a person's way have in common: who it is, what to heed, what is next, and the way back to where one came from.</summary>
internal abstract class PersonPathPage(PersonAccess access, NextStepForms forms, PrivateText texts, IStringLocalizer<PathwayText> words) : PageModel
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

    public IEnumerable<SelectListItem> Kinds => NextStep.Kinds.Select(kind => new SelectListItem(words["Next.Kind." + kind], kind));

    /// <summary>Address of where one came from, inside the tenant.</summary>
    public virtual string BackTo => Back is { Length: > 0 and < LongestBack } query && query[0] == '?' && !query.Any(char.IsControl) ? "~/workspace" + query : $"~/workspace/people/{Id}";

    /// <summary>Opens the record of somebody who is helped; null for all others.</summary>
    protected async Task<Person?> OpenAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { ClosedAt: null } person) return null;
        Name = person.Read<Who>(texts)?.FullName ?? "";
        (Reach, Communication, Risks) = (person.Read<Reach>(texts), person.Read<Communication>(texts), person.Read<Risks>(texts));
        HeedMore = await forms.HeedMoreAsync(person);
        Present = person.Next(texts);
        Workers = await forms.WorkersAsync(person, cancellationToken);
        return person;
    }

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
                ModelState.AddModelError("", words["Changed.Meanwhile"]);
                return Page();
        }

        TempData["Notice"] = notice;
        return LocalRedirect(BackTo);
    }
}
