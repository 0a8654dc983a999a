using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Pages.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Referrals;

/// <summary>A referral with the decision beside it: take the person on, as new or as somebody known, or decline.</summary>
internal sealed class TriageReferralModel(
    ReferralAccess access, ReferralTriage triage, ReferrerLinks links, PersonAccess people, CareChoices care, ReferralWords inWords, PrivateText texts, DateWords dates, IStringLocalizer<ReferralText> words,
    IStringLocalizer<PeopleText> peopleWords, PathwayRules rules, NextStepForms forms, IStringLocalizer<PathwayText> pathWords) : PageModel
{
    private const string New = "new";

    /// <summary>Id of the team that the practice's link is tied to.</summary>
    private string? linkTeam;

    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Id of the record it belongs to, or <see cref="New"/>; null where there was nothing to choose.</summary>
    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    public string? Worker { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What is next for the person, once taken on; whoever looks after them does it.</summary>
    [BindProperty]
    public NextFields Next { get; set; } = new();

    public string Name { get; private set; } = "";

    public string Reference { get; private set; } = "";

    public ReferralSource Source { get; private set; }

    public ReferralStage Stage { get; private set; }

    public DateOnly SentOn { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public string? DeclinedFor { get; private set; }

    public string? Answer { get; private set; }

    public string? PersonId { get; private set; }

    /// <summary>The practice whose link it came by.</summary>
    public string? LinkName { get; private set; }

    public IReadOnlyList<(ReferralStep Step, IReadOnlyList<SectionRow> Rows)> Steps { get; private set; } = [];

    /// <summary>A new record, and the records that could be of the same person.</summary>
    public IReadOnlyList<SelectListItem> Matches { get; private set; } = [];

    /// <summary>True when another team may have a record of the same person.</summary>
    public bool AreOthers { get; private set; }

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Workers { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => NextStep.Kinds.Select(kind => new SelectListItem(pathWords["Next.Kind." + kind], kind));

    public IEnumerable<SelectListItem> Reasons => Referral.Reasons.Select(reason => new SelectListItem(words["Decline.Reason." + reason], reason));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        Worker = people.WorkerId;
        var (kind, on) = (await rules.NextAsync(cancellationToken)).OnTakingOn(SentOn);
        Next = new NextFields { Kind = kind, On = TypedDate.Of(on) };
        Team = Teams.Count == 0 ? null : linkTeam ?? (await care.TeamsAsync(null, cancellationToken)).FirstOrDefault()?.Value ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var (person, team, worker) = (Person == New ? null : NullIfEmpty(Person), NullIfEmpty(Team), NullIfEmpty(Worker));
        if (Matches.Count > 1 && Person is null) ModelState.AddModelError(nameof(Person), words["Accept.PersonMissing"]);
        if (person is not null && !Matches.Any(choice => choice.Value == person)) ModelState.AddModelError(nameof(Person), peopleWords["Choice.Missing"]);
        if (team is not null && !Teams.Any(choice => choice.Value == team)) ModelState.AddModelError(nameof(Team), peopleWords["Choice.Missing"]);
        if (worker is not null && !Workers.Any(choice => choice.Value == worker)) ModelState.AddModelError(nameof(Worker), peopleWords["Choice.Missing"]);
        if (team is null && worker is null) ModelState.AddModelError(nameof(Worker), peopleWords["Care.SomebodyMissing"]);
        var next = forms.Read(Next, nameof(Next), ModelState, workers: null);
        if (!ModelState.IsValid) return Page();

        var (result, id) = await triage.AcceptAsync(Id, new TakeOn(person, team, worker, next! with { WorkerId = worker }), cancellationToken);
        if (result == TriageResult.NotFound) return NotFound();
        TempData["Notice"] = words[result == TriageResult.Done ? "Accept.Done" : "Triage.DecidedBefore"].Value;
        return id is not null && await people.FindAsync(id, cancellationToken) is not null ? RedirectToPage("/People/PersonPage", new { id }) : RedirectToPage("TriageList");
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var said = TypedTexts.Clean(Words);
        if (!Referral.Reasons.Contains(Reason, StringComparer.Ordinal)) ModelState.AddModelError(nameof(Reason), peopleWords["Choice.Missing"]);
        if (said.Length > SectionJson.LongestText) ModelState.AddModelError(nameof(Words), peopleWords["Text.Long", SectionJson.LongestText]);
        if (!ModelState.IsValid) return Page();

        var result = await triage.DeclineAsync(Id, Reason!, said, cancellationToken);
        if (result == TriageResult.NotFound) return NotFound();
        TempData["Notice"] = words[result == TriageResult.Done ? "Decline.Done" : "Triage.DecidedBefore"].Value;
        return RedirectToPage("TriageList");
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } referral) return false;
        var content = referral.Content(texts);
        (Name, Reference, Source, Stage, PersonId) = (content.Who!.FullName, referral.Reference, referral.Source, referral.Stage, referral.PersonId);
        (SentOn, DeclinedFor, Answer) = (dates.DateOf(referral.SentAt!.Value), referral.DeclinedFor, referral.Answer(texts));
        DecidedOn = referral.DecidedAt is { } decided ? dates.DateOf(decided) : null;
        if (referral.LinkId is { } id && await links.OfIdAsync(id, cancellationToken) is { } link) (LinkName, linkTeam) = (link.Name, link.TeamId);
        Steps = inWords.Of(content);
        if (Stage != ReferralStage.Waiting) return true;

        (var seen, AreOthers) = await access.MatchesAsync(referral, cancellationToken);
        Matches = [.. seen.Select(person => new SelectListItem(InWords(person), person.Id)), new SelectListItem(words["Accept.New"], New)];
        Teams = await care.AllTeamsAsync(cancellationToken);
        Workers = await care.WorkersAsync(cancellationToken);
        return true;
    }

    private string InWords(Person person)
    {
        var who = person.Read<Who>(texts)!;
        return who.Born.Value is { } born ? words["Accept.Known", who.FullName, dates.Date(born), who.Nhs?.ToString() ?? "–"] : who.FullName;
    }
}
