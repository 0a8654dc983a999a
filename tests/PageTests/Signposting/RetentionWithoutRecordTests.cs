using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Jobs;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>Plans and declined referrals that belong to no record are looked at like records when their time is over.</summary>
public sealed class RetentionWithoutRecordTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task They_are_on_the_list_when_their_time_is_over_and_not_before(DatabaseKind kind)
    {
        var (site, plan, referral) = await CreateAsync(kind);
        var lead = await LeadAsync(site);
        (await lead.GetAsync("/workspace/retention")).Text.ShouldContain("No record is due");
        (await RunAsync(site)).ShouldBeNull();

        await AgeAsync(site, years: 9);

        (await RunAsync(site)).ShouldBe("2 records");
        var list = await lead.GetAsync("/workspace/retention");
        list.Text.ShouldContain("Wobblethorpe");
        list.Text.ShouldContain("Zulekha Quibbledorf");
        foreach (var address in new[] { $"plan/{plan}", $"referral/{referral}" })
        {
            foreach (var page in new[] { "keep", "erase" })
            {
                (await site.Triage.GetAsync($"/workspace/retention/{address}/{page}", followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK, page);
                (await lead.GetAsync($"/workspace/retention/{address}/{page}")).Status.ShouldBe(HttpStatusCode.OK, page);
            }
        }

        (await lead.GetAsync($"/workspace/retention/plan/{referral}/erase")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.GetAsync($"/workspace/retention/letter/{plan}/erase")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Each_is_kept_until_a_day_for_a_reason(DatabaseKind kind)
    {
        var (site, plan, referral) = await CreateAsync(kind);
        var lead = await LeadAsync(site);
        await AgeAsync(site, years: 9);

        foreach (var address in new[] { $"plan/{plan}", $"referral/{referral}" })
        {
            var again = await lead.SubmitAsync(await lead.GetAsync($"/workspace/retention/{address}/keep"), "main form", [("Until.Day", "1"), ("Until.Month", "1"), ("Until.Year", "2020"), ("Reason", "A complaint of Mrs Pettigrew")]);
            again.Find("#Until-error").TextContent.ShouldContain("still to come");
            (await lead.SubmitAsync(again, "main form", [("Until.Year", "2040")])).Find(".portal-notice").TextContent.ShouldContain("kept until 1 January 2040");
            (await lead.GetAsync($"/workspace/retention/{address}/erase")).Text.ShouldContain("A complaint of Mrs Pettigrew");
        }

        (await lead.GetAsync("/workspace/retention")).Text.ShouldContain("No record is due");
        (await site.People.RawAsync()).ShouldNotContain("Pettigrew");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_erased_is_found_nowhere(DatabaseKind kind)
    {
        var (site, plan, referral) = await CreateAsync(kind);
        var lead = await LeadAsync(site);
        await AgeAsync(site, years: 9);
        var values = await SealedAsync(site);
        values.Count.ShouldBeGreaterThan(3);

        var erase = await lead.GetAsync($"/workspace/retention/plan/{plan}/erase");
        var wrong = await lead.SubmitAsync(erase, "main form", [("Why", "time"), ("Typed", "Somebody else")]);
        wrong.Find("#Typed-error").TextContent.ShouldContain("Wobblethorpe");
        (await lead.SubmitAsync(wrong, "main form", [("Typed", "wobblethorpe")])).Find(".portal-notice").TextContent.ShouldContain("It is erased.");
        await lead.SubmitAsync(await lead.GetAsync($"/workspace/retention/referral/{referral}/erase"), "main form", [("Why", "asked"), ("Typed", "Quibbledorf")]);

        await site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<TracesJob>().Single().RunAsync(default));
        (await SealedAsync(site)).ShouldBeEmpty();
        var raw = await site.People.RawAsync();
        raw.ShouldContain("plan.erased");
        raw.ShouldContain("referral.erased");
        foreach (var value in values) raw.Contains(value, StringComparison.Ordinal).ShouldBeFalse(value);
        (await lead.GetAsync($"/workspace/plans/{plan}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.GetAsync($"/workspace/referrals/{referral}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Site.RunAsync(services => services.GetRequiredService<AuditLog>().FindBreakAsync())).ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_plan_with_a_record_goes_with_the_record_only(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var plan = PeopleSite.IdOf(await site.Triage.SubmitAsync(await site.People.BeginAsync(site.Triage), "form[action*='handler=Plan']"));
        var lead = await LeadAsync(site);
        await AgeAsync(site, years: 9);

        (await lead.GetAsync("/workspace/retention")).Text.ShouldContain("No record is due");
        (await lead.GetAsync($"/workspace/retention/plan/{plan}/erase")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A site with a plan without a record and a referral that was declined.</summary>
    private static async Task<(ReferralSite Site, string Plan, string Referral)> CreateAsync(DatabaseKind kind)
    {
        var site = await ReferralSite.CreateAsync(kind);
        var plan = await site.Triage.SubmitAsync(await site.Triage.GetAsync("/workspace/plans/new"), "main form", [("Person.Name", "Wobblethorpe"), ("Person.Language", "en"), ("Matters", "Paint the gate")]);
        await site.ReferAsync(site.Practice, await site.Practice.GetAsync(await site.MakeLinkAsync()));
        var referral = await site.OpenFirstAsync();
        await site.Triage.SubmitAsync(referral, "form[action*='Decline']", [("Reason", "area"), ("Words", "Lives in Snarfham")]);
        return (site, PeopleSite.IdOf(plan), PeopleSite.IdOf(referral));
    }

    private static Task<Visitor> LeadAsync(ReferralSite site) => site.Site.SignInAsync("UseWorkspace", "SeeAllPeople", "SeeAllPlans", "TriageReferrals", "EraseRecords");

    /// <summary>As if everything had been written that many years ago.</summary>
    private static Task AgeAsync(ReferralSite site, int years) => site.Site.RunAsync(async services =>
    {
        var (db, then) = (services.GetRequiredService<PortalDbContext>(), TimeProvider.System.GetUtcNow().AddYears(-years));
        await db.Set<Plan>().ExecuteUpdateAsync(change => change.SetProperty(plan => plan.ChangedAt, then));
        await db.Set<Referral>().Where(referral => referral.DecidedAt != null).ExecuteUpdateAsync(change => change.SetProperty(referral => referral.DecidedAt, then));
    });

    private static Task<string?> RunAsync(ReferralSite site) => site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<RetentionJob>().Single().RunAsync(default));

    /// <summary>Every sealed value of the plan and the referral.</summary>
    private static Task<List<string>> SealedAsync(ReferralSite site) => site.Site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var plans = await db.Set<Plan>().AsNoTracking().ToListAsync();
        var referrals = await db.Set<Referral>().AsNoTracking().ToListAsync();
        return plans.SelectMany(plan => new[] { plan.SealedName, plan.SealedMatters }).Concat(referrals.SelectMany(referral => new[] { referral.SealedContent, referral.SealedAnswer, referral.NameHash })).OfType<string>().Where(value => value.Length > 0).ToList();
    });
}
