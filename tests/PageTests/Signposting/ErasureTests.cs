using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Messages;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Jobs;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Rights;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class ErasureTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task What_was_erased_is_found_in_no_table_and_in_no_file(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var lead = await LeadAsync(site);
        var values = await site.SealedAsync();
        values.Count.ShouldBeGreaterThan(20);
        (await OutboxAsync(site)).ShouldNotBeEmpty();

        var list = await EraseAsync(site, lead);
        (await RunAsync<TracesJob>(site)).ShouldBe("cleared, 0 left over");

        list.Find(".portal-notice").TextContent.ShouldContain("The record is erased");
        (await OutboxAsync(site)).ShouldBeEmpty();
        (await site.SealedAsync()).ShouldBeEmpty();
        var raw = await site.People.RawAsync();
        raw.ShouldContain("person.erased");
        foreach (var value in values) raw.Contains(value, StringComparison.Ordinal).ShouldBeFalse(value);
        foreach (var secret in WholePerson.Secrets) raw.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
        (await RunAsync<TracesJob>(site)).ShouldBeNull();
        (await site.Site.RunAsync(services => services.GetRequiredService<AuditLog>().FindBreakAsync())).ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nobody_finds_the_record_its_plan_or_its_links_any_more(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var lead = await LeadAsync(site);
        (await site.Site.Visitor.GetAsync($"/p/{WholePerson.ShareCode}")).Text.ShouldContain("Paint the gate");

        await EraseAsync(site, lead);

        foreach (var address in new[] { $"/workspace/people/{site.Id}", $"/workspace/people/{site.Id}/file", $"/workspace/plans/{site.PlanId}" }) (await site.People.North.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        (await site.Site.Visitor.GetAsync($"/p/{WholePerson.ShareCode}")).Text.ShouldNotContain("Paint the gate");
        (await site.People.North.SubmitAsync(await site.People.North.GetAsync("/workspace/people"), "form[action*='Find']", [("NhsNumber", PeopleSite.Nhs)])).Text.ShouldContain("Nobody found");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Figures_without_a_name_are_left(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);

        await EraseAsync(site, await LeadAsync(site));

        var remains = (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Remains>().ToListAsync())).ShouldHaveSingleItem();
        remains.Id.ShouldNotBe(site.Id);
        remains.AgeBand.ShouldBe("60-69");
        (remains.Source, remains.Code, remains.DaysWaited).ShouldBe(("Practice", "871731000000106", 3));
        (remains.Plans, remains.Signposts, remains.Accepted, remains.Unanswered).ShouldBe((1, 1, 1, 0));
        (remains.Contacts, remains.Helped).ShouldBe((1, 1));
        remains.BegunIn.Day.ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task It_is_confirmed_with_the_name_and_a_reason(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var lead = await LeadAsync(site);
        var form = await lead.GetAsync($"/workspace/people/{site.Id}/erase");
        form.Text.ShouldContain("1 referral");
        form.Text.ShouldContain("1 plan, with steps");
        form.Text.ShouldContain("This cannot be undone");

        var again = await lead.SubmitAsync(form, "main form", [("Typed", "Somebody else"), ("Why", "asked")]);
        again.Find("#Typed-error").TextContent.ShouldContain("not the family name");
        again.Find("#Typed").GetAttribute("value").ShouldBe("Somebody else");
        again = await lead.SubmitAsync(form, "main form", [("Typed", "")]);
        again.Find("#Why-error").TextContent.ShouldContain("Choose one");
        again.Find("#Typed-error").ShouldNotBeNull();
        (await lead.GetAsync($"/workspace/people/{site.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_may_not_erase_has_no_such_page_and_no_such_list(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var others = new Dictionary<string, Visitor>
        {
            ["worker"] = site.People.North,
            ["other team"] = site.People.South,
            ["lead who may not erase"] = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople"),
            ["moderator"] = await site.Site.SignInAsync("EditOwnListings", "ManageListings", "ModerateListings", "ViewAudit"),
            ["volunteer"] = await site.Site.SignInAsync("EditOwnListings"),
            ["without second factor"] = await site.Site.SignInAsync(secondFactor: false, "UseWorkspace", "SeeAllPeople", "EraseRecords"),
            ["anonymous"] = site.Site.Visitor,
        };
        foreach (var (who, visitor) in others)
        {
            foreach (var address in new[] { $"/workspace/people/{site.Id}/erase", $"/workspace/people/{site.Id}/keep", "/workspace/retention", "/manage/retention" })
                (await visitor.GetAsync(address, followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK, $"{who} {address}");
        }

        var form = await site.People.North.GetAsync($"/workspace/people/{site.Id}/who");
        form.Find("main form").SetAttribute("action", $"{site.Site.Tenant.PathPrefix}/workspace/people/{site.Id}/erase");
        (await site.People.North.SubmitAsync(form, "main form", [("Typed", "Quibbledorf"), ("Why", "asked")])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_record_is_due_after_the_years_and_kept_until_a_day_for_a_reason(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var lead = await LeadAsync(site);
        (await lead.GetAsync("/workspace/retention")).Text.ShouldContain("No record is due");
        await CloseAsync(site, yearsAgo: 6);
        (await lead.GetAsync("/workspace/retention")).Text.ShouldContain("No record is due");
        (await RunAsync<RetentionJob>(site)).ShouldBeNull();

        var rule = await lead.GetAsync("/manage/retention");
        rule.Find("#Years").GetAttribute("value").ShouldBe("8");
        (await lead.SubmitAsync(rule, "main form", [("Years", "0")])).Find("#Years-error").TextContent.ShouldContain("from 1 to 30");
        await lead.SubmitAsync(rule, "main form", [("Years", "5")]);

        (await RunAsync<RetentionJob>(site)).ShouldBe("1 records");
        var mail = (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().Where(message => message.Subject == "Records to look at").ToListAsync())).ShouldHaveSingleItem();
        foreach (var secret in WholePerson.Secrets) mail.Text.ShouldNotContain(secret);
        var due = await lead.GetAsync("/workspace/retention");
        due.Text.ShouldContain("Zulekha Quibbledorf");

        var keep = await lead.GetAsync($"/workspace/people/{site.Id}/keep");
        var again = await lead.SubmitAsync(keep, "main form", [("Until.Day", "1"), ("Until.Month", "1"), ("Until.Year", "2020"), ("Reason", "")]);
        again.Find("#Until-error").TextContent.ShouldContain("still to come");
        again.Find("#Reason-error").TextContent.ShouldContain("Write why");
        var list = await lead.SubmitAsync(again, "main form", [("Until.Year", "2040"), ("Reason", "A complaint of Mrs Pettigrew")]);
        list.Find(".portal-notice").TextContent.ShouldContain("kept until 1 January 2040");
        list.Text.ShouldNotContain("Quibbledorf");
        (await lead.GetAsync($"/workspace/people/{site.Id}/erase")).Text.ShouldContain("A complaint of Mrs Pettigrew");
        (await site.People.RawAsync()).ShouldNotContain("Pettigrew");
    }

    /// <summary>Whoever adds a table with something of a person in it has to say how it gets into the person's file and how it is erased.</summary>
    [DatabaseTheory, EveryDatabase]
    public async Task Every_sealed_value_is_answered_for(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.RunAsync(services =>
        {
            var answeredFor = services.GetServices<IKeptOnPeople>().SelectMany(kept => kept.Kinds).ToHashSet();
            var tables = services.GetRequiredService<PortalDbContext>().Model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(IKeptOnPeople).Assembly);
            tables.Where(type => type.GetProperties().Any(property => property.Name.StartsWith(PrivateText.Prefix, StringComparison.Ordinal) || property.Name is "PersonId" or "PlanId"))
                .Select(type => type.ClrType).Except(answeredFor).Select(type => type.Name).ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }

    private static Task<Visitor> LeadAsync(WholePerson site) => site.Site.SignInAsync("UseWorkspace", "SeeAllPeople", "EraseRecords");

    private static async Task<Answer> EraseAsync(WholePerson site, Visitor lead)
        => await lead.SubmitAsync(await lead.GetAsync($"/workspace/people/{site.Id}/erase"), "main form", [("Typed", "quibbledorf"), ("Why", "asked")]);

    private static Task CloseAsync(WholePerson site, int yearsAgo) => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Portal.Signposting.Domain.People.Person>()
        .ExecuteUpdateAsync(change => change.SetProperty(person => person.ClosedAt, TimeProvider.System.GetUtcNow().AddYears(-yearsAgo)).SetProperty(person => person.KeepUntil, (DateOnly?)null)));

    private static Task<string?> RunAsync<T>(WholePerson site)
        where T : TenantJob
        => site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<T>().Single().RunAsync(default));

    private static Task<List<string>> OutboxAsync(WholePerson site) => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().Where(message => message.Text.Contains("/introductions/")).Select(message => message.Id).ToListAsync());
}
