using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Messages.Domain;
using Portal.Messages.Services;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A person whom a practice referred, with a plan in Urdu, on a site without quiet hours.</summary>
internal sealed class ClosingSite
{
    private ClosingSite(ReferralSite referrals, string personId, string planId, string stepId) => (Referrals, PersonId, PlanId, StepId) = (referrals, personId, planId, stepId);

    public ReferralSite Referrals { get; }

    public PeopleSite People => Referrals.People;

    public Visitor Worker => People.North;

    public string PersonId { get; }

    public string PlanId { get; }

    public string StepId { get; }

    public string Plan => $"/workspace/plans/{PlanId}";

    public static async Task<ClosingSite> CreateAsync(DatabaseKind kind)
    {
        var referrals = await ReferralSite.CreateAsync(kind);
        await referrals.Site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await Setting.WriteAsync(db, TextSettings.Name, new TextSettings { QuietFrom = default, QuietUntil = default });
            await db.SaveChangesAsync();
        });
        await referrals.ReferAsync(referrals.Practice, await referrals.Practice.GetAsync(await referrals.MakeLinkAsync()));
        var person = await referrals.Triage.SubmitAsync(await referrals.OpenFirstAsync(), "form[action*='Accept']");
        var personId = PeopleSite.IdOf(person);
        await referrals.People.FillAsync(referrals.Triage, personId, "reach", ("Form.Reach.Email", "zulekha@example.org"));
        var plan = await referrals.Triage.SubmitAsync(person, "form[action*='handler=Plan']");
        plan = await referrals.Triage.SubmitAsync(plan, "#plan-form", [("Texts[matters]", "پھر سے گانا"), ("Texts[strengths]", "میری بہن"), ("NewGoal", "منگل کو گانا"), ("OwnStep", "روز گنگنانا")]);
        return new ClosingSite(referrals, personId, PeopleSite.IdOf(plan), plan.Find(".portal-step a[href*='/steps/']").GetAttribute("href")!.Split('/')[^1]);
    }

    /// <summary>Changes how the person may be reached.</summary>
    public Task<Answer> ReachAsync(params (string Name, string? Value)[] typed) => People.FillAsync(Worker, PersonId, "reach", typed);

    public Task<Answer> OpenAsync() => Worker.GetAsync(Plan + "/closing");

    /// <summary>Presses a button of the closing page.</summary>
    public async Task<Answer> PressAsync(Answer page, string handler, params (string Name, string? Value)[] typed)
    {
        page.Find("main form").SetAttribute("action", page.Find($"button[formaction*='handler={handler}']").GetAttribute("formaction")!);
        return await Worker.SubmitAsync(page, "main form", typed);
    }

    /// <summary>All messages to or about people, opened, with their rows; each as it lies in the outbox.</summary>
    public Task<List<(OutboxMessage Row, OutboxContent Content)>> MessagesAsync() => People.Site.RunAsync(async services =>
    {
        var seal = services.GetRequiredService<OutboxSeal>();
        var rows = await services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().Where(message => message.SealedContent != null).OrderBy(message => message.Id).ToListAsync();
        rows.ShouldAllBe(row => row.To.Length + row.Subject.Length + row.Text.Length + row.Html.Length == 0);
        return rows.ConvertAll(row => (row, seal.Open(row)));
    });
}
