using System.Net;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Messages.Contracts;
using Portal.Messages.Domain;
using Portal.Messages.Services;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Messages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Jobs;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Protection;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class PersonPrivacyTests
{
    private static readonly string[] pages =
    [
        "", "/who", "/reach", "/communication", "/risks", "/address", "/practice", "/aboutme", "/requirements", "/background", "/consent", "/care", "/history", "/close", "/contact", "/contact?result=reached", "/next", "/move", "/pause",
        "/contacts", "/safeguarding", "/concern", "/health", "/social", "/services", "/particulars",
    ];

    [DatabaseTheory, EveryDatabase]
    public async Task Nobody_comes_in_without_the_permission_and_a_second_factor(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var strangers = new Dictionary<string, Visitor>
        {
            ["anonymous"] = site.Site.Visitor,
            ["volunteer"] = await site.Site.SignInAsync("EditOwnListings"),
            ["moderator"] = await site.Site.SignInAsync("EditOwnListings", "ManageListings", "ModerateListings", "ViewAudit"),
            ["team manager"] = await site.Site.SignInAsync("ManageTeams"),
            ["without second factor"] = await site.Site.SignInAsync(secondFactor: false, "UseWorkspace", "SeeAllPeople"),
        };

        foreach (var (who, stranger) in strangers)
        {
            foreach (var address in pages.Select(page => $"/workspace/people/{id}{page}").Append("/workspace").Append("/workspace/people").Append("/workspace/people/new"))
            {
                var answer = await stranger.GetAsync(address, followRedirects: false);
                answer.Status.ShouldNotBe(HttpStatusCode.OK, $"{who} {address}");
                answer.Body.ShouldNotContain("Quibbledorf");
            }
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task For_a_worker_of_another_team_there_is_no_such_record(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var own = PeopleSite.IdOf(await site.BeginAsync(site.South, "Other", "Person", null));

        foreach (var page in pages) (await site.South.GetAsync($"/workspace/people/{id}{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        foreach (var view in new[] { "Me", "Team", "All" }) (await site.South.GetAsync($"/workspace/people?of={view}")).Text.ShouldNotContain("Quibbledorf");

        // Nor by posting to it: a form of an own record, sent to the other's address.
        foreach (var handler in new[] { "/who", "/reach", "/risks", "/consent", "/consent/x/withdraw", "/care", "/close", "/contact?result=reached", "/next", "/move", "/pause", "/pause?handler=End", "?handler=Plan", "?handler=Reopen" })
        {
            var form = await site.South.GetAsync($"/workspace/people/{own}/who");
            form.Find("main form").SetAttribute("action", $"{site.Site.Tenant.PathPrefix}/workspace/people/{id}{handler}");
            (await site.South.SubmitAsync(form, "main form")).Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }

        (await site.North.GetAsync($"/workspace/people/{id}")).Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_lead_sees_the_people_and_plans_of_all_teams(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var person = await site.BeginAsync(site.North);
        var plan = await site.North.SubmitAsync(person, "form[action*='handler=Plan']");
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople");

        (await lead.GetAsync("/workspace/people?of=All")).Text.ShouldContain("Zulekha Quibbledorf");
        (await lead.GetAsync($"/workspace/people/{PeopleSite.IdOf(person)}")).Status.ShouldBe(HttpStatusCode.OK);
        (await lead.GetAsync($"/workspace/plans/{PeopleSite.IdOf(plan)}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_leaves_the_team_no_longer_sees_its_people_and_who_gets_a_person_does(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var manager = await site.Site.SignInAsync("ManageTeams");
        var teams = await manager.GetAsync("/manage/teams");
        var north = teams.Document.QuerySelectorAll("main a[href*='/manage/teams/']").First(link => link.TextContent == "North team").GetAttribute("href")!.Split('/')[^1];

        await manager.SubmitAsync(await manager.GetAsync($"/manage/teams/{north}"), "main form", [("Members", site.UserIds["north"])]);
        (await site.NorthColleague.GetAsync($"/workspace/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await site.FillAsync(site.North, id, "care", ("Team", ""), ("Worker", site.UserIds["south"]));
        (await site.South.GetAsync($"/workspace/people/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.North.GetAsync($"/workspace/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_team_that_looks_after_people_stays_and_two_managers_do_not_overwrite_each_other(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        await site.BeginAsync(site.North);
        var manager = await site.Site.SignInAsync("ManageTeams");
        var north = (await manager.GetAsync("/manage/teams")).Document.QuerySelectorAll("main a[href*='/manage/teams/']").First(link => link.TextContent == "North team").GetAttribute("href")!.Split('/')[^1];
        var (first, second) = (await manager.GetAsync($"/manage/teams/{north}"), await manager.GetAsync($"/manage/teams/{north}"));

        (await manager.SubmitAsync(first, "form[action*='Remove']")).Text.ShouldContain("First give them to another team");
        await manager.SubmitAsync(first, "main form", [("Name", "Northern team")]);
        (await manager.SubmitAsync(second, "main form", [("Name", "Team North")])).Text.ShouldContain("Somebody else changed this team meanwhile");
        (await site.MakeTeamAsync(manager, "Northern team")).Text.ShouldContain("Another team has this name");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_database_does_not_give_a_person_away(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var secrets = await FillEverythingAsync(site, id);
        await site.North.SubmitAsync(await site.North.GetAsync("/workspace/people"), "form[action*='Find']", [("NhsNumber", PeopleSite.Nhs)]);

        // Every one of them is on the record, so that a section that was not saved cannot pass.
        var shown = (await site.North.GetAsync($"/workspace/people/{id}")).Text;
        foreach (var secret in secrets) shown.ShouldContain(secret);

        var raw = await site.RawAsync();
        raw.ShouldContain(id);
        foreach (var secret in secrets.Concat(["9434765919", "943 476 5919", "1961-03-27", "07700900461"]))
            raw.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Looking_searching_and_changing_stand_in_the_trail_without_what_they_say(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var secrets = await FillEverythingAsync(site, id);
        await site.NorthColleague.GetAsync($"/workspace/people/{id}");
        await site.NorthColleague.GetAsync("/workspace/people?of=Team");
        await site.NorthColleague.SubmitAsync(await site.NorthColleague.GetAsync("/workspace/people"), "form[action*='Find']", [("NhsNumber", PeopleSite.Nhs)]);

        var trail = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.SubjectKind == "person").ToListAsync());
        trail.Select(entry => entry.Action).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["person.changed", "person.consent-given", "person.searched", "person.started", "person.viewed"]);
        trail.ShouldContain(entry => entry.SubjectId == "team" && entry.Action == "person.viewed");
        foreach (var secret in secrets) trail.ShouldAllBe(entry => !$"{entry.Before} {entry.After} {entry.Why}".Contains(secret));

        var history = await site.North.GetAsync($"/workspace/people/{id}/history");
        history.Text.ShouldContain("Nadia Test: looked at it");
        history.Text.ShouldContain("Nadia Test: changed: Risks");
        trail.Where(entry => entry.SubjectId == id && entry.Action == "person.viewed").Select(entry => entry.Actor).Order(StringComparer.Ordinal).ShouldBe(new[] { site.UserIds["north"], site.UserIds["north2"] }.Order(StringComparer.Ordinal));
        (await site.Site.RunAsync(services => services.GetRequiredService<AuditLog>().FindBreakAsync())).ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Values_are_sealed_anew_with_a_new_key_and_stay_readable(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var site = await PeopleSite.CreateAsync(kind, host);
        var person = await site.BeginAsync(site.North);
        var id = PeopleSite.IdOf(person);
        var secrets = await FillEverythingAsync(site, id);
        await site.North.SubmitAsync(person, "form[action*='handler=Plan']");
        await WriteMessagesAsync(site);
        var before = await SealedAsync(site);
        var oldMark = await MarkAsync(site);
        before.Count.ShouldBeGreaterThan(10);
        before.ShouldAllBe(value => value.StartsWith(oldMark));
        (await ResealAsync(site)).ShouldBeNull();

        var keys = host.Services.GetRequiredService<IKeyManager>();
        var now = TimeProvider.System.GetUtcNow();
        keys.CreateNewKey(now, now.AddDays(90));

        // The framework reads its keys anew in the background.
        await Wait.UntilAsync(async () => await MarkAsync(site) != oldMark);
        var newMark = await MarkAsync(site);
        var done = await ResealAsync(site);
        var after = await SealedAsync(site);

        done.ShouldBe($"{before.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} sealed anew, 0 unreadable");
        after.Count.ShouldBe(before.Count);
        after.ShouldAllBe(value => value.StartsWith(newMark));
        (await ResealAsync(site)).ShouldBeNull();
        var shown = (await site.North.GetAsync($"/workspace/people/{id}")).Text;
        foreach (var secret in secrets) shown.ShouldContain(secret);
        (await ReadMessagesAsync(site)).ShouldBe(("Gribblekey", "Your letter"));
        // The secret of the look-ups was sealed anew too, and is the same: the person is still found.
        (await site.North.SubmitAsync(await site.North.GetAsync("/workspace/people"), "form[action*='Find']", [("NhsNumber", PeopleSite.Nhs)])).Address.AbsolutePath.ShouldEndWith(id);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_value_moved_to_another_person_does_not_open_there(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var one = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var other = PeopleSite.IdOf(await site.BeginAsync(site.North, "Other", "Person", null));

        await Should.ThrowAsync<System.Security.Cryptography.CryptographicException>(site.Site.RunAsync(async services =>
        {
            var people = services.GetRequiredService<PortalDbContext>().Set<Person>();
            var moved = await people.Where(person => person.Id == one).Select(person => person.SealedWho).SingleAsync();
            await people.Where(person => person.Id == other).ExecuteUpdateAsync(change => change.SetProperty(person => person.SealedWho, moved));
            return (await people.SingleAsync(person => person.Id == other)).Read<Who>(services.GetRequiredService<PrivateText>());
        }));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Hashes_of_one_tenant_say_nothing_in_another(DatabaseKind kind)
    {
        var (here, there) = (await PeopleSite.CreateAsync(kind), await PeopleSite.CreateAsync(kind));
        var hashes = await Task.WhenAll(new[] { here, here, there }.Select(site => site.Site.RunAsync(services
            => services.GetRequiredService<PersonLookup>().HashesAsync(new Who { NhsNumber = PeopleSite.Nhs }, default))));

        hashes[0].ShouldBe(hashes[1]);
        hashes[0].Nhs.ShouldNotBe(hashes[2].Nhs);
    }

    /// <summary>Writes something that is found nowhere else into every section.</summary>
    private static async Task<IReadOnlyList<string>> FillEverythingAsync(PeopleSite site, string id)
    {
        await site.FillAsync(site.North, id, "who", ("Form.Who.PreferredName", "Wimblethorpe"), ("Form.Who.Title", "Zdrx"));
        await site.FillAsync(site.North, id, "reach", ("Form.Reach.Phone", "07700 900461"), ("Form.Reach.Email", "zumbaflute@example.org"), ("Form.Reach.SafetyNote", "Grobblewick"));
        await site.FillAsync(site.North, id, "communication", ("Form.Communication.Speaks", "Brindlespeak"), ("Form.Communication.Note", "Snarfwise"));
        await site.FillAsync(site.North, id, "risks", ("Form.Risks.Answer", "some"), ("Form.Risks.Items[0].What", "Thrumbledog"));
        await site.FillAsync(site.North, id, "address", ("Form.Address.Line1", "9 Plinketh Row"), ("Form.Address.Postcode", "ZX9 9QQ"));
        await site.FillAsync(site.North, id, "practice", ("Form.Practice.Name", "Vexholme Surgery"), ("Form.Practice.Identifier", "X98765"));
        await site.FillAsync(site.North, id, "aboutme", ("Form.AboutMe.Important", "Yodelcraft"));
        await site.FillAsync(site.North, id, "requirements", ("Form.Requirements.Mobility", "Ploverstick"));
        await site.FillAsync(site.North, id, "background", ("Form.Background.Ethnicity", "Glimmerfolk"));
        await site.FillAsync(site.North, id, "contacts", ("Form.Contacts.Items[0].Name", "Auntie Fennelbrook"), ("Form.Contacts.Items[0].Phone", "07700 900477"));
        await site.FillAsync(site.North, id, "safeguarding", ("Form.Safeguarding.Items[0].What", "Wrothmere"), ("Form.Safeguarding.Items[0].Comment", "Told Ottershaw"));
        await site.FillAsync(site.North, id, "health", ("Form.Health.Issues", "Creakjoint"), ("Form.Health.Summary", "Dr Ledgerby says"));
        await site.FillAsync(site.North, id, "social", ("Form.Social.Household", "Nine parakeets"));
        await site.FillAsync(site.North, id, "services", ("Form.Services.Items[0].Name", "Larkwing day centre"));
        await site.FillAsync(site.North, id, "particulars", ("Form.Particulars.PlaceOfBirth", "Upper Snoring"));
        await site.FillAsync(site.North, id, "consent", ("Scope", "record"), ("How", "spoken"));
        return ["Fennelbrook", "07700 900477", "Wrothmere", "Ottershaw", "Creakjoint", "Ledgerby", "parakeets", "Larkwing", "Upper Snoring", "Zulekha", "Quibbledorf", "Wimblethorpe", "Zdrx", "07700 900461", "zumbaflute@example.org", "Grobblewick", "Brindlespeak", "Snarfwise", "Thrumbledog", "Plinketh", "ZX9 9QQ", "Vexholme", "X98765", "Yodelcraft", "Ploverstick", "Glimmerfolk"];
    }

    /// <summary>A letter in the outbox, and the key of a text gateway.</summary>
    private static Task WriteMessagesAsync(PeopleSite site) => site.Site.RunAsync(async services =>
    {
        services.GetRequiredService<IMessageWriter>().Write(new LetterToWrite { To = "zumbaflute@example.org", Language = "en", Subject = "Your letter", Lines = [] });
        await services.GetRequiredService<TextGateway>().SaveAsync(new TextSettings { Address = "https://example.org/texts", HeaderName = "Authorization" }, "Gribblekey", default);
    });

    private static Task<(string Key, string Subject)> ReadMessagesAsync(PeopleSite site) => site.Site.RunAsync(async services =>
    {
        var (db, seal) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<OutboxSeal>());
        var settings = await Setting.ReadAsync(db, TextSettings.Name, new TextSettings());
        return (seal.OpenKey(settings.SealedHeader!), seal.Open(await db.Set<OutboxMessage>().SingleAsync(message => message.SealedContent != null)).Subject);
    });

    private static Task<string> MarkAsync(PeopleSite site) => site.Site.RunAsync(services => Task.FromResult(services.GetRequiredService<PrivateText>().PresentKeyMark()));

    private static Task<string?> ResealAsync(PeopleSite site) => site.Site.RunAsync(services => services.GetServices<TenantJob>().OfType<ResealJob>().Single().RunAsync(default));

    /// <summary>Every sealed value of the tenant, the secret of the look-ups and what lies among the messages too.</summary>
    private static Task<List<string>> SealedAsync(PeopleSite site) => site.Site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var values = new List<string>();
        foreach (var (table, column) in Resealing.Columns(db.Model))
        {
#pragma warning disable EF1002 // The names come from the model.
            values.AddRange(await db.Database.SqlQueryRaw<string>($"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" <> ''").ToListAsync());
#pragma warning restore EF1002
        }

        values.Add((await Setting.ReadAsync<string?>(db, PersonLookup.SettingName, null))!);
        values.AddRange(await db.Set<OutboxMessage>().Where(message => message.SealedContent != null).Select(message => message.SealedContent!).ToListAsync());
        if ((await Setting.ReadAsync(db, TextSettings.Name, new TextSettings())).SealedHeader is { } key) values.Add(key);
        return values;
    });
}
