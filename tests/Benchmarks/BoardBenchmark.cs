using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;
using TestSupport;

namespace Benchmarks;

/// <summary>The board of a worker with 250 people in a team of 20, by itself and among many people of the tenant, and the lists of people: from opening the scope to the last name.</summary>
internal static class BoardBenchmark
{
    private const int WarmUp = 20, Rounds = 200, TeamSize = 20, Caseload = 250, Batch = 2_000;

    public static async Task RunAsync(DatabaseKind kind, int people)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None");
        var site = await TestSite.CreateAsync(host);
        var (team, workers) = await MakeTeamAsync(site);
        await FillAsync(site, Caseload, _ => (team, workers[0]));
        await MeasureAsync(site, workers[0], $"{Caseload.ToString(CultureInfo.InvariantCulture)} people", BoardAsync(PeopleOf.Me));
        // The others belong to other teams and workers; two thirds of them are finished.
        await FillAsync(site, people - Caseload, number => (Name("team", number % 400), Name("worker", number % 4_000)), number => number % 3 != 0);
        if (kind == DatabaseKind.Postgres) await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRawAsync("ANALYZE"));
        var (among, lead) = ($"{Caseload.ToString(CultureInfo.InvariantCulture)} of {people.ToString(CultureInfo.InvariantCulture)} people", await LeadAsync(site));
        await MeasureAsync(site, workers[0], among, BoardAsync(PeopleOf.Me));
        await MeasureAsync(site, lead, "everybody's, for a lead", BoardAsync(PeopleOf.All));
        await MeasureAsync(site, workers[0], "list: " + among, ListAsync(PeopleOf.Me, isClosed: false));
        await MeasureAsync(site, workers[0], "list: of the team", ListAsync(PeopleOf.Team, isClosed: false));
        await MeasureAsync(site, lead, "list: everybody, for a lead", ListAsync(PeopleOf.All, isClosed: false));
        await MeasureAsync(site, lead, "list: everybody finished, for a lead", ListAsync(PeopleOf.All, isClosed: true));
        await MeasureAsync(site, workers[0], "look for one by name and date of birth", FindAsync);
    }

    private static string Name(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names are looked up by their letters, so a number has to be told in letters.</summary>
    private static Who WhoIs(int number) => new()
    {
        FirstName = "Person",
        FamilyName = string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0'))),
        Born = TypedDate.Of(new DateOnly(1930, 1, 1).AddDays(number % 25_000)),
    };

    private static async Task<(string Team, List<string> Workers)> MakeTeamAsync(TestSite site)
    {
        var workers = new List<string>();
        for (var i = 0; i < TeamSize; i++)
        {
            await site.SignInAsync("UseWorkspace");
            workers.Add(await LastUserAsync(site));
        }

        var id = Ids.New(TimeProvider.System);
        await site.RunAsync(async services =>
        {
            var team = new Team { Id = id, Name = "Benchmark" };
            team.SetMembers(workers);
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(team);
            await db.SaveChangesAsync();
        });
        return (id, workers);
    }

    private static async Task<string> LeadAsync(TestSite site)
    {
        await site.SignInAsync("UseWorkspace", "SeeAllPeople");
        return await LastUserAsync(site);
    }

    private static Task<string> LastUserAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalUser>().OrderByDescending(user => user.Id).Select(user => user.Id).FirstAsync());

    private static Task<ClaimsPrincipal> PrincipalAsync(TestSite site, string id) => site.RunAsync(async services =>
    {
        var user = await services.GetRequiredService<PortalDbContext>().Set<PortalUser>().SingleAsync(known => known.Id == id);
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim("amr", "mfa"));
        return principal;
    });

    private static async Task FillAsync(TestSite site, int count, Func<int, (string Team, string Worker)> care, Func<int, bool>? isClosed = null)
    {
        var random = new Random(20261128);
        for (var done = 0; done < count; done += Batch)
        {
            var from = done;
            await site.RunAsync(async services =>
            {
                var (db, texts, lookup, now) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<PrivateText>(), services.GetRequiredService<PersonLookup>(), TimeProvider.System.GetUtcNow());
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                for (var number = from; number < Math.Min(from + Batch, count); number++)
                {
                    var person = new Person { Id = Ids.New(TimeProvider.System), CreatedAt = now };
                    var who = WhoIs(number);
                    person.WriteWho(texts, who, await lookup.HashesAsync(who, default));
                    person.Write(texts, new Reach { Phone = "07700 900461", Best = "call", Avoid = ["voicemail"] });
                    person.Write(texts, new Communication { Reads = "ur", Interpreter = Communication.Yes, Needs = ["large-print"] });
                    person.Write(texts, new Risks { Answer = Risks.NoneKnown });
                    var (team, worker) = care(number);
                    person.Allocate(team, worker);
                    person.BeginPath("support", now, now);
                    if (isClosed?.Invoke(number) == true) person.Close("done", now);
                    else person.SetNext(texts, new NextStep(NextStep.Contact, DateOnly.FromDateTime(now.Date).AddDays(random.Next(-10, 40)), worker, "Ask about the walk"));
                    person.Touch(now);
                    db.Add(person);
                }

                await db.SaveChangesAsync();
            });
        }
    }

    private static Func<IServiceProvider, Task> BoardAsync(PeopleOf of) => async services =>
    {
        var (workloads, boards) = (services.GetRequiredService<Workloads>(), services.GetRequiredService<PathwayBoard>());
        var colleagues = await workloads.ColleaguesAsync(default);
        var board = await boards.ReadAsync(new BoardQuery(of, null, null, null, 1), default);
        await boards.WaitingAsync(10, default);
        await workloads.OfAsync(colleagues, default);
        if (board.People.Items.Count != PathwayBoard.PageSize || board.People.Total < Caseload) throw new InvalidOperationException("A full page should have been shown.");
    };

    private static Func<IServiceProvider, Task> ListAsync(PeopleOf of, bool isClosed) => async services =>
    {
        var page = await services.GetRequiredService<PersonList>().ReadAsync(new PeopleChoice(of, isClosed, 1), default);
        if (page.Items.Count != page.Size || page.Total < Caseload) throw new InvalidOperationException("A full page should have been shown.");
    };

    private static async Task FindAsync(IServiceProvider services)
    {
        var found = await services.GetRequiredService<PersonList>().FindAsync(WhoIs(7), default);
        if (found.Count == 0) throw new InvalidOperationException("Somebody should have been found.");
    }

    private static async Task MeasureAsync(TestSite site, string worker, string name, Func<IServiceProvider, Task> page)
    {
        var user = await PrincipalAsync(site, worker);
        var times = new List<double>(Rounds);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await site.RunAsync(async services =>
            {
                services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = services, User = user };
                await page(services);
            });
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Machine.Print(name, times);
    }
}
