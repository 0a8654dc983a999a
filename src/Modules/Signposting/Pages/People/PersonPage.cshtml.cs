using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.People;

/// <summary>A person's record: what to heed before contacting them at the top, then the sections, and what hangs on the record beside them.</summary>
internal sealed class PersonPageModel(
    PersonAccess access, SafeguardingAccess safeguarding, DateWords dates, PathwayDesk desk, PersonPlans plans, ReferralAccess referrals, PlanEditor planEditor, CareNames care, PrivateText texts, SectionWords words, TenantContext tenant, IStringLocalizer<PeopleText> people) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public Who Who { get; private set; } = new();

    public string? Born { get; private set; }

    public Reach? Reach { get; private set; }

    public Communication? Communication { get; private set; }

    public Risks? Risks { get; private set; }

    public HeedMore HeedMore { get; private set; } = null!;

    public Consents Consents { get; private set; } = new();

    public IReadOnlyList<(PersonSection Section, IReadOnlyList<SectionRow> Rows)> Sections { get; private set; } = [];

    public IReadOnlyList<PersonPlan> Plans { get; private set; } = [];

    /// <summary>The referrals that led here; none where the tenant takes none.</summary>
    public IReadOnlyList<(string Id, string Reference, DateOnly SentOn)> Referrals { get; private set; } = [];

    public bool IsClosed { get; private set; }

    public string? WorkerName { get; private set; }

    public string? TeamName { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return await access.WentIntoAsync(Id, cancellationToken) is { } kept ? RedirectToPage(new { id = kept }) : NotFound();
        Who = person.Read<Who>(texts) ?? new();
        Born = words.Born(Who);
        Reach = person.Read<Reach>(texts);
        Communication = person.Read<Communication>(texts);
        Risks = person.Read<Risks>(texts);
        Consents = person.Consents(texts);
        HeedMore = await HeedMore.OfAsync(person, texts, safeguarding, dates.Today);
        Sections = [.. words.Of(person, texts).Where(part => part.Section != PersonSection.Safeguarding || HeedMore.Concerns is not null)];
        IsClosed = person.ClosedAt is not null;
        (WorkerName, TeamName) = await care.OfAsync(person, cancellationToken);
        Plans = await plans.OfAsync(Id, cancellationToken);
        if (tenant.Profile.Features.Contains(SignpostingModule.Referring)) Referrals = await referrals.OfPersonAsync(Id, cancellationToken);
        return Page();
    }

    /// <summary>Begins a plan: name and language come from the record.</summary>
    public async Task<IActionResult> OnPostPlanAsync(CancellationToken cancellationToken)
    {
        if (await access.FindAsync(Id, cancellationToken) is not { ClosedAt: null } person) return NotFound();
        var name = person.Read<Who>(texts)!.CalledName;
        var reads = person.Read<Communication>(texts)?.Reads;
        var language = reads is not null && tenant.Settings.Languages.Contains(reads, StringComparer.Ordinal) ? reads : tenant.Settings.DefaultLanguage;
        var id = await planEditor.StartAsync(new NewPlan(name.Length > Plan.LongestName ? name[..Plan.LongestName] : name, language, "", [], Id), cancellationToken);
        return RedirectToPage("/Workspace/EditPlan", new { id });
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken)
    {
        if (await desk.ReopenAsync(Id, cancellationToken) == PathwayResult.NotFound) return NotFound();
        TempData["Notice"] = people["Person.Reopened"].Value;
        return RedirectToPage(null, null, new { Id });
    }
}
