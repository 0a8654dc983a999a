using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Portal.Signposting.Domain.Rights;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class UrgentLookTests
{
    private const string Reason = "Pogglethwaite rang and is not safe";

    [DatabaseTheory, EveryDatabase]
    public async Task With_a_reason_a_worker_of_another_team_reads_the_record_for_some_hours_and_the_leads_see_it(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var (worker, lead) = (await site.Site.SignInAsync("UseWorkspace", "LookUrgently"), await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople"));
        (await worker.GetAsync($"/workspace/urgent/{site.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var record = await AskAsync(worker, ("NhsNumber", PeopleSite.Nhs), ("Reason", Reason));

        record.Address.AbsolutePath.ShouldEndWith($"/workspace/urgent/{site.Id}");
        record.Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
        record.Text.ShouldContain("Grobblewick");
        record.Text.ShouldContain("There is a safeguarding concern");
        record.Text.ShouldNotContain("Wrothmere");
        record.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        // Only there, and only to read.
        (await worker.GetAsync($"/workspace/people/{site.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await worker.GetAsync($"/workspace/people/{site.Id}/reach")).Status.ShouldBe(HttpStatusCode.NotFound);

        var mail = (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().Where(message => message.Subject == "A record was opened in an emergency").ToListAsync())).ShouldHaveSingleItem();
        foreach (var secret in WholePerson.Secrets.Append("Pogglethwaite")) mail.Text.ShouldNotContain(secret);
        var list = await lead.GetAsync("/workspace/urgent/looks");
        list.Text.ShouldContain("Zulekha Quibbledorf");
        list.Text.ShouldContain(Reason);
        (await lead.SubmitAsync(list, "form[action*='See']")).Text.ShouldContain("Looked at on");
        (await lead.GetAsync($"/workspace/people/{site.Id}/history")).Text.ShouldContain("opened it in an emergency");
        (await site.FileAsync(lead, json: true, "en", safeguarding: true)).Body.ShouldContain("Pogglethwaite");
        (await site.People.RawAsync()).ShouldNotContain("Pogglethwaite");

        await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<UrgentLook>().ExecuteUpdateAsync(change => change.SetProperty(look => look.Until, TimeProvider.System.GetUtcNow().AddMinutes(-1))));
        (await worker.GetAsync($"/workspace/urgent/{site.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_is_opened_without_a_reason_or_by_half_a_name(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var worker = await site.Site.SignInAsync("UseWorkspace", "LookUrgently");

        var again = await AskAsync(worker, ("NhsNumber", PeopleSite.Nhs), ("Reason", "urgent"));
        again.Find("#Reason-error").TextContent.ShouldContain("Say why");
        again.Find("#NhsNumber").GetAttribute("value").ShouldBe(PeopleSite.Nhs);
        (await AskAsync(worker, ("FamilyName", "Quibbledorf"), ("Reason", Reason))).Find("#Born-error").TextContent.ShouldContain("Write the date of birth");
        (await AskAsync(worker, ("FamilyName", "Quibbledorf"), ("Born.Day", "28"), ("Born.Month", "3"), ("Born.Year", "1961"), ("Reason", Reason))).Text.ShouldContain("Nobody is found");

        await site.People.BeginAsync(site.People.South, "Twin", nhs: null);
        (await AskAsync(worker, ("FamilyName", "Quibbledorf"), ("Born.Day", "27"), ("Born.Month", "3"), ("Born.Year", "1961"), ("Reason", Reason))).Text.ShouldContain("Use the NHS number");
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<UrgentLook>().CountAsync())).ShouldBe(0);

        for (var i = 0; i < 8; i++) await AskAsync(worker, ("NhsNumber", "401 023 2137"), ("Reason", Reason));
        (await AskAsync(worker, ("NhsNumber", PeopleSite.Nhs), ("Reason", Reason))).Text.ShouldContain("many times within an hour");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_sees_the_record_anyway_is_led_to_it_and_nobody_is_told(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople", "LookUrgently");

        (await AskAsync(lead, ("NhsNumber", PeopleSite.Nhs), ("Reason", Reason))).Address.AbsolutePath.ShouldEndWith($"/workspace/people/{site.Id}");
        (await lead.GetAsync("/workspace/urgent/looks")).Text.ShouldContain("Nobody has opened");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nobody_else_comes_in(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var worker = await site.Site.SignInAsync("UseWorkspace", "LookUrgently");
        await AskAsync(worker, ("NhsNumber", PeopleSite.Nhs), ("Reason", Reason));
        (await worker.GetAsync("/workspace/urgent/looks", followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK);
        // What one worker opened is open to nobody else.
        (await (await site.Site.SignInAsync("UseWorkspace", "LookUrgently")).GetAsync($"/workspace/urgent/{site.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        foreach (var (who, visitor) in new Dictionary<string, Visitor>
        {
            ["other team"] = site.People.South,
            ["moderator"] = await site.Site.SignInAsync("EditOwnListings", "ManageListings", "ModerateListings", "ViewAudit"),
            ["volunteer"] = await site.Site.SignInAsync("EditOwnListings"),
            ["without second factor"] = await site.Site.SignInAsync(secondFactor: false, "UseWorkspace", "LookUrgently", "SeeAllPeople"),
            ["anonymous"] = site.Site.Visitor,
        })
        {
            foreach (var address in new[] { "/workspace/urgent", $"/workspace/urgent/{site.Id}", "/workspace/urgent/looks" })
                (await visitor.GetAsync(address, followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK, $"{who} {address}");
        }
    }

    private static async Task<Answer> AskAsync(Visitor worker, params (string Name, string? Value)[] typed) => await worker.SubmitAsync(await worker.GetAsync("/workspace/urgent"), "main form", typed);
}
