using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class PathwayBoardTests
{
    private static readonly string[] families = ["Ash", "Beech", "Cedar", "Dogwood", "Elm", "Fir"];

    [DatabaseTheory, EveryDatabase]
    public async Task People_stand_by_what_is_next_and_who_has_no_next_step_comes_first(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        (await site.North.GetAsync("/workspace")).Text.ShouldContain("Nobody is here yet");
        var today = await site.TodayAsync();
        DateOnly?[] days = [today.AddDays(30), today, null, today.AddDays(-1), today.AddDays(7), today.AddDays(8)];
        for (var i = 0; i < days.Length; i++) await site.DueAsync(PeopleSite.IdOf(await site.BeginAsync(site.North, "Person", families[i], null)), days[i]);

        var board = await site.North.GetAsync("/workspace");

        board.Document.QuerySelectorAll(".portal-board__item h3").Select(name => name.TextContent.Trim()).ShouldBe(["Person Cedar", "Person Dogwood", "Person Beech", "Person Elm", "Person Fir", "Person Ash"]);
        board.Document.QuerySelectorAll("section.portal-board__column h2").Select(head => string.Join(' ', head.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(["Next step missing 1", "Late 1", "Today 1", "Next 7 days 1", "Later 2"]);
        board.Text.ShouldContain("No next step. Set one");
        var late = await site.North.GetAsync("/workspace?due=Late");
        late.Document.QuerySelectorAll(".portal-board__item").Length.ShouldBe(1);
        late.Text.ShouldContain("Late since");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_worker_sees_their_own_their_teams_or_a_colleagues_people_and_nobody_elses(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var mine = PeopleSite.IdOf(await site.BeginAsync(site.North, "Mina", "Mine", null));
        await site.BeginAsync(site.NorthColleague, "Cora", "Colleague", null);
        await site.BeginAsync(site.South, "Selma", "South", null);

        (await ShownAsync(site.North, "")).ShouldBe(["Mina Mine"]);
        (await ShownAsync(site.North, "?of=Team")).ShouldBe(["Cora Colleague", "Mina Mine"], ignoreOrder: true);
        (await ShownAsync(site.North, $"?of={site.UserIds["north2"]}")).ShouldBe(["Cora Colleague"]);
        (await ShownAsync(site.North, "?of=All")).ShouldBe(["Mina Mine"], "only leads see everybody");
        (await ShownAsync(site.North, $"?of={site.UserIds["south"]}")).ShouldBe(["Mina Mine"], "a worker of another team is no choice");
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople");
        (await ShownAsync(lead, "?of=All")).Count.ShouldBe(3);
        (await ShownAsync(lead, $"?of={site.UserIds["south"]}")).ShouldBe(["Selma South"]);

        // Whoever takes the next step sees it on their board too.
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{mine}/next"), "main form", [("Next.Worker", site.UserIds["north2"])]);
        (await ShownAsync(site.NorthColleague, "")).ShouldBe(["Cora Colleague", "Mina Mine"], ignoreOrder: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_stage_can_be_picked_out_and_what_to_heed_stands_on_the_card(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.BeginAsync(site.North, "Walt", "Waiting", null);
        await site.FillAsync(site.North, id, "reach", ("Form.Reach.Phone", "07700 900461"), ("Form.Reach.Avoid", "voicemail"));
        await site.FillAsync(site.North, id, "communication", ("Form.Communication.Interpreter", "yes"), ("Form.Communication.Needs", "large-print"));
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/move"), "main form", [("Why", "Ready")]);

        (await ShownAsync(site.North, "?stage=support")).ShouldBe(["Zulekha Quibbledorf"]);
        (await ShownAsync(site.North, "?stage=waiting")).ShouldBe(["Walt Waiting"]);
        (await ShownAsync(site.North, "?stage=nonsense")).Count.ShouldBe(2);
        var card = (await site.North.GetAsync("/workspace?stage=support")).Find(".portal-board__item").TextContent;
        foreach (var word in new[] { "Do not leave a voice message", "Needs an interpreter", "Large print", "Being supported", "since today" }) card.ShouldContain(word);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_waits_for_a_worker_is_given_to_one_in_one_step(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        await site.BeginAsync(site.North, "Mina", "Mine", null);
        var id = await site.WaitingAsync();

        var board = await site.NorthColleague.GetAsync("/workspace");
        board.Find("#waiting").TextContent.ShouldBe("1 person waits for a worker");
        board.Document.QuerySelectorAll("form[action*='Allocate'] option").Select(option => option.TextContent).ShouldContain(text => text.EndsWith("(1 of 40)", StringComparison.Ordinal), "the worker with one person");
        var stale = await site.North.GetAsync("/workspace");
        var given = await site.NorthColleague.SubmitAsync(board, "form[action*='Allocate']", [("worker", site.UserIds["north2"])]);

        given.Text.ShouldContain("looks after the person now");
        (await ShownAsync(site.NorthColleague, "")).ShouldBe(["Wanda Waitsworth"]);
        (await site.RowAsync(id)).NextWorkerId.ShouldBe(site.UserIds["north2"]);
        (await site.North.SubmitAsync(stale, "form[action*='Allocate']", [("worker", site.UserIds["north"])])).Text.ShouldContain("already");
        (await site.RowAsync(id)).WorkerId.ShouldBe(site.UserIds["north2"]);
        (await site.North.SubmitAsync(stale, "form[action*='Allocate']", [("worker", site.UserIds["south"])])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.South.GetAsync("/workspace")).Text.ShouldNotContain("waits for a worker");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_board_asks_the_same_number_of_questions_however_many_people_there_are(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        foreach (var family in families.Take(2)) await site.BeginAsync(site.North, "Person", family, null);
        // EF looks once a second whether somebody listens.
        await Wait.UntilAsync(async () => await QuestionsAsync(site) > 0);
        // What the process keeps in memory is read by the first that asks.
        await QuestionsAsync(site);
        var few = await QuestionsAsync(site);
        foreach (var family in families.Skip(2)) await site.BeginAsync(site.North, "Person", family, null);

        await QuestionsAsync(site);
        (await QuestionsAsync(site)).ShouldBe(few);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_stages_are_set_on_a_page_and_travel_in_recipes(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        await site.BeginAsync(site.North);
        var manager = await site.Site.SignInAsync("ManageTeams");
        var form = await manager.GetAsync("/manage/pathway");
        form.Text.ShouldContain("1 person is in it");
        var stale = await manager.GetAsync("/manage/pathway");

        var refused = await manager.SubmitAsync(form, "main form", [("Stages[0].Remove", "true"), ("Stages[1].Names[en]", ""), ("Stages[1].Days", "many")]);
        refused.Text.ShouldContain("1 person is in this stage. Move them first.");
        refused.Text.ShouldContain("Write a name");
        refused.Text.ShouldContain("Write a number from 1 to 730");
        var saved = await manager.SubmitAsync(
            form, "main form", [("Stages[1].Remove", "true"), ("Stages[3].Names[en]", "Tier 2"), ("Stages[3].Names[ur]", "درجہ 2"), ("Stages[3].Order", "2"), ("Stages[2].Order", "3"), ("Capacity", "25")]);

        saved.Text.ShouldContain("The stages are saved");
        (await site.North.GetAsync("/workspace")).Document.QuerySelectorAll("#Stage option").Select(option => option.TextContent).ShouldBe(["All stages", "Waiting to begin", "Tier 2", "Follow-up"]);
        (await site.North.GetAsync("/ur/workspace")).Find("#Stage").TextContent.ShouldContain("درجہ 2");
        (await site.North.GetAsync("/workspace")).Text.ShouldContain("About 25 are enough");
        (await manager.SubmitAsync(stale, "main form")).Text.ShouldContain("Somebody else changed this");
        foreach (var stranger in new[] { site.North, site.Site.Visitor, await site.Site.SignInAsync("ManageListings") }) (await stranger.GetAsync("/manage/pathway", followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK);

        var folder = System.IO.Directory.CreateTempSubdirectory("portal-pathway-").FullName;
        try
        {
            var file = Path.Combine(folder, "out.recipe.json");
            await site.Site.RunAsync(services => services.GetRequiredService<IRecipes>().ExportAsync(file, default));
            var exported = await File.ReadAllTextAsync(file);
            exported.ShouldContain("\"tier-2\"");
            var other = await TestSite.CreateAsync(kind);
            await File.WriteAllTextAsync(file, $$"""{ "name": "p", "steps": [ { "name": "Pathway", {{System.Text.Json.Nodes.JsonNode.Parse(exported)!["steps"]!.AsArray().Single(step => step!["name"]!.GetValue<string>() == "Pathway")!.ToJsonString()[18..]}} ] }""");
            (await other.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(file, default))).ShouldBeEmpty();
            (await other.RunAsync(services => services.GetRequiredService<Portal.Signposting.Services.Pathway.PathwayRules>().ReadAsync(default))).Stages.Select(stage => stage.Key).ShouldBe(["waiting", "tier-2", "review"]);
            await File.WriteAllTextAsync(file, """{ "name": "p", "steps": [ { "name": "Pathway", "Stages": [ { "Key": "A B" } ] } ] }""");
            (await other.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(file, default))).ShouldHaveSingleItem().Message.ShouldContain("The key 'A B' needs");
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_referral_that_is_taken_on_asks_for_the_next_step_and_waits_since_it_came(DatabaseKind kind)
    {
        var referrals = await ReferralSite.CreateAsync(kind);
        await referrals.ReferAsync(referrals.Practice, await referrals.Practice.GetAsync(await referrals.MakeLinkAsync()));
        var referral = await referrals.OpenFirstAsync();

        (await referrals.Triage.SubmitAsync(referral, "form[action*='Accept']", [("Next.On.Day", "")])).Find("#Next-On-error").TextContent.ShouldContain("Check the date");
        var person = await referrals.Triage.SubmitAsync(referral, "form[action*='Accept']", [("Next.Kind", "meet"), ("Next.Note", "With her daughter")]);

        person.Text.ShouldContain("Meet and talk");
        person.Text.ShouldContain("With her daughter");
        var row = await referrals.People.RowAsync(PeopleSite.IdOf(person));
        row.Stage.ShouldBe("waiting");
        row.WaitingSince.ShouldBeLessThan(row.CreatedAt);
        row.NextWorkerId.ShouldBe(referrals.People.UserIds["north"]);
    }

    private static async Task<IReadOnlyList<string>> ShownAsync(Visitor worker, string query)
        => [.. (await worker.GetAsync("/workspace" + query)).Document.QuerySelectorAll(".portal-board__item h3").Select(name => name.TextContent.Trim())];

    /// <summary>How often the database is asked for one board.</summary>
    private static Task<int> QuestionsAsync(PeopleSite site) => site.Site.RunAsync(async services =>
    {
        var commands = 0;
        using var listener = new CommandCounter(() => commands++);
        services.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = PersonOf(site.UserIds["north"], services);
        await services.GetRequiredService<Portal.Signposting.Services.Pathway.PathwayBoard>()
            .ReadAsync(new Portal.Signposting.Services.Pathway.BoardQuery(Portal.Signposting.Services.People.PeopleOf.Me, null, null, null, 1), default);
        return commands;
    });

    private static Microsoft.AspNetCore.Http.HttpContext PersonOf(string userId, IServiceProvider services) => new Microsoft.AspNetCore.Http.DefaultHttpContext
    {
        RequestServices = services,
        User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.NameIdentifier, userId)], "test")),
    };

    /// <summary>Counts what this run of a test asks the database: EF tells every listener of the process, so those of other tests are left out by their thread of work.</summary>
    private sealed class CommandCounter : IDisposable
    {
        private static readonly AsyncLocal<Action?> mine = new();
        private static readonly Lock once = new();
        private static bool isListening;

        public CommandCounter(Action count)
        {
            mine.Value = count;
            lock (once)
            {
                if (isListening) return;
                isListening = true;
                System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(new Observer());
            }
        }

        public void Dispose() => mine.Value = null;

        private sealed class Observer : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
        {
            public void OnNext(System.Diagnostics.DiagnosticListener value)
            {
                if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name) value.Subscribe(this);
            }

            public void OnNext(KeyValuePair<string, object?> value)
            {
                if (value.Key == Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuted.Name) mine.Value?.Invoke();
            }

            public void OnCompleted()
            {
            }

            public void OnError(Exception error)
            {
            }
        }
    }
}
