using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Signposting.Domain;
using Portal.Signposting.Jobs;
using Portal.Signposting.Services;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Signposting;

public sealed class PlanPrivacyTests
{
    private static readonly string[] pages = ["", "/person", "/preview", "/share", "/remove", "/suits", "/introduce/x", "/agreed", "/goals/x", "/steps/x", "/follow-up", "/steps/x/follow-up", "/closing", "/letters/x"];

    [DatabaseTheory, EveryDatabase]
    public async Task Nobody_comes_in_without_the_permission_and_a_second_factor(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartAsync());
        var strangers = new[] { site.Site.Visitor, await site.Site.SignInAsync("ManageListings"), await site.Site.SignInAsync(secondFactor: false, "UseWorkspace") };

        foreach (var stranger in strangers)
        {
            foreach (var page in pages.Select(page => $"/workspace/plans/{id}{page}").Append("/workspace").Append("/workspace/plans").Append("/workspace/plans/new"))
            {
                var answer = await stranger.GetAsync(page, followRedirects: false);
                answer.Status.ShouldNotBe(HttpStatusCode.OK);
                answer.Body.ShouldNotContain("Rukhsana");
            }
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Another_workers_plan_does_not_exist_for_me(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync();
        var id = PlanSite.IdOf(plan);
        var colleague = await site.Site.SignInAsync("UseWorkspace");

        foreach (var page in pages) (await colleague.GetAsync($"/workspace/plans/{id}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.GetAsync("/workspace/plans?all=true")).Text.ShouldNotContain("Rukhsana");

        var own = await colleague.SubmitAsync(await colleague.GetAsync("/workspace/plans/new"), "main form", [("Person.Name", "Piotr")]);
        foreach (var handler in new[] { "", "?handler=TakeOut&step=x", "?handler=Close", "/remove", "/share", "/share?handler=Stop&share=x", "/person", "/agreed", "/agreed?handler=Keep", "/goals/x", "/goals/x?handler=TakeOut", "/steps/x" })
        {
            own.Find("#plan-form").SetAttribute("action", $"{site.Site.Tenant.PathPrefix}/workspace/plans/{id}{handler}");
            var answer = await colleague.SubmitAsync(own, "#plan-form", [("Days", "30"), ("Person.Name", "Mine"), ("Person.Language", "en")]);
            answer.Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_lead_sees_the_plans_of_all(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartAsync());
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPlans");

        (await lead.GetAsync("/workspace/plans")).Text.ShouldNotContain("Rukhsana");
        var all = await lead.GetAsync("/workspace/plans?all=true");
        all.Text.ShouldContain("Rukhsana");
        all.Text.ShouldContain("Nadia Test");
        (await lead.GetAsync($"/workspace/plans/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Another_tenant_knows_neither_plan_nor_link(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync());
        var code = await site.ShareAsync(id);
        var other = await PlanSite.CreateAsync(kind);

        (await other.Worker.GetAsync($"/workspace/plans/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.Site.Visitor.GetAsync("/p/" + code)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Sealed_texts_of_one_tenant_do_not_open_in_another(DatabaseKind kind)
    {
        var (here, there) = (await TestSite.CreateAsync(kind), await TestSite.CreateAsync(kind));
        var sealedText = await here.RunAsync(services => Task.FromResult(services.GetRequiredService<PrivateText>().Seal("Rukhsana", "row", "Name")));

        await Should.ThrowAsync<System.Security.Cryptography.CryptographicException>(
            there.RunAsync(services => Task.FromResult(services.GetRequiredService<PrivateText>().Open(sealedText, "row", "Name"))));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_database_does_not_give_a_person_or_a_link_away(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync("Zulekha");
        var note = plan.Find(".portal-step textarea").GetAttribute("name")!;
        plan = await site.Worker.SubmitAsync(plan, "#plan-form", [("Texts[matters]", "Quibbledorf matters"), (note, "Ask for Wimblethorpe"), ("OwnStep", "Practise the Zumbaflute")]);
        var code = await site.ShareAsync(PlanSite.IdOf(plan));
        await site.Site.Visitor.GetAsync("/p/" + code);
        await site.PressAsync(plan, "button[formaction*='handler=TakeOut']");

        var raw = kind == DatabaseKind.Sqlite ? await RawFilesAsync(site) : await RawTablesAsync(site);

        raw.ShouldContain(PlanSite.IdOf(plan));
        foreach (var secret in new[] { "Zulekha", "Quibbledorf", "Wimblethorpe", "Zumbaflute", code })
            raw.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Looking_and_changing_stand_in_the_audit_trail_without_what_they_say(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync();
        var id = PlanSite.IdOf(plan);
        await site.Worker.GetAsync($"/workspace/plans/{id}");
        await site.Worker.GetAsync($"/workspace/plans/{id}/preview");
        await site.ShareAsync(id);

        var trail = await site.Site.RunAsync(services => services.GetRequiredService<AuditLog>().Of("plan", id).ToListAsync());

        trail.Select(entry => entry.Action).Order(StringComparer.Ordinal).ShouldBe(["plan.changed", "plan.shared", "plan.started", "plan.viewed"]);
        trail.ShouldAllBe(entry => entry.Before == null && entry.After == null && entry.Why == null);
        trail.ShouldAllBe(entry => entry.ActorName == "Nadia Test");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_look_of_a_lead_stands_in_the_audit_trail(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartAsync());
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPlans");

        await lead.GetAsync("/workspace/plans?all=true");
        await lead.GetAsync($"/workspace/plans/{id}");

        var (board, plan) = await site.Site.RunAsync(async services =>
        {
            var audit = services.GetRequiredService<AuditLog>();
            return (await audit.Of("plan", "all").ToListAsync(), await audit.Of("plan", id).FirstAsync());
        });
        board.Select(entry => entry.Action).ShouldBe(["plan.viewed"]);
        plan.Action.ShouldBe("plan.viewed");
        plan.Actor.ShouldBe(board[0].Actor);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_privacy_page_and_the_plan_say_that_a_lead_can_read_it(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var code = await site.ShareAsync(PlanSite.IdOf(await site.StartWithChoirAsync()));

        (await site.Site.Visitor.GetAsync("/about/privacy")).Text.ShouldContain("whoever leads their team");
        (await site.Site.Visitor.GetAsync("/p/" + code)).Text.ShouldContain("whoever leads their team");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_removed_is_cleared_away_in_time_and_not_before(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var old = PlanSite.IdOf(await site.StartWithChoirAsync());
        var recent = PlanSite.IdOf(await site.StartAsync());
        foreach (var id in new[] { old, recent }) await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}/remove"), "main form");
        await site.Site.RunAsync(services =>
        {
            var then = services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-RemovedPlansJob.DaysForPlans - 1);
            return services.GetRequiredService<PortalDbContext>().Set<Plan>().Where(plan => plan.Id == old).ExecuteUpdateAsync(change => change.SetProperty(plan => plan.RemovedAt, then));
        });

        var done = await site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<RemovedPlansJob>().Single().RunAsync(default));

        done.ShouldBe("1 plans, 0 steps, 0 goals");
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Plan>().Select(plan => plan.Id).ToListAsync())).ShouldBe([recent]);
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PlanStep>().CountAsync())).ShouldBe(0);
    }

    /// <summary>The database's files as they lie on the disk, what waits to be written among them.</summary>
    private static async Task<string> RawFilesAsync(PlanSite site)
    {
        var text = new StringBuilder();
        foreach (var file in System.IO.Directory.GetFiles(site.Site.Host.Services.GetRequiredService<TenantDatabases>().FolderOf(site.Site.Tenant.Name)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    /// <summary>Every row of every table of the tenant as text.</summary>
    private static Task<string> RawTablesAsync(PlanSite site) => site.Site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var tables = await db.Database.SqlQueryRaw<string>("SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").ToListAsync();
        tables.ShouldContain("signposting_plans");
        var text = new StringBuilder();
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // The name comes from the catalogue.
            foreach (var row in await db.Database.SqlQueryRaw<string>($"SELECT whole::text AS \"Value\" FROM \"{table}\" whole").ToListAsync()) text.AppendLine(row);
#pragma warning restore EF1002
        }

        return text.ToString();
    });
}
