using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Jobs;
using Portal.Signposting.Services;
using TestSupport;

namespace PageTests.Signposting.Reports;

/// <summary>Somebody who came in the past, with what happened since.</summary>
/// <param name="ToContact">Days from the referral to the first contact that succeeded.</param>
internal sealed record Past(string Team, int ToContact, string Sex = "female", string Ethnicity = "asian", string Reads = "en", int Born = 1961, string? EndedFor = null, string? Postcode = null);

/// <summary>A site with two teams and people who came in the months before.</summary>
internal sealed class ReportSite
{
    private ReportSite(PeopleSite people) => People = people;

    public PeopleSite People { get; }

    public TestSite Site => People.Site;

    public Visitor Reader { get; private set; } = null!;

    /// <summary>Ids of the teams by the first word of their names.</summary>
    public Dictionary<string, string> Teams { get; } = new(StringComparer.Ordinal);

    /// <summary>First day of the last month that can be counted today.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Key of that month.</summary>
    public string Key => ReportPeriod.Of(PeriodKind.Month, Months.Of(Month)).Key;

    public static async Task<ReportSite> CreateAsync(DatabaseKind kind)
    {
        var site = new ReportSite(await PeopleSite.CreateAsync(kind));
        await PlanSite.AddListingsAsync(site.Site);
        site.Reader = await site.Site.SignInAsync("SeeReports");
        site.Month = Months.FirstDay(Months.LastClosed(await site.People.TodayAsync()));
        await site.Site.RunAsync(async services =>
        {
            foreach (var team in await services.GetRequiredService<PortalDbContext>().Set<Team>().ToListAsync()) site.Teams[team.Name.Split(' ')[0].ToLowerInvariant()] = team.Id;
        });
        return site;
    }

    /// <summary>A person referred on the second of the month, taken on the day after, reached, with a plan and a step, and a group that was asked.</summary>
    public Task<string> AddAsync(Past past) => Site.RunAsync(async services =>
    {
        var (db, texts, came) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<PrivateText>(), Month.AddDays(1));
        var begun = came.AddDays(1);
        var person = new Person { Id = Ids.New(new At(begun)), CreatedAt = Noon(begun) };
        person.WriteWho(texts, new Who { FirstName = "Nobody", FamilyName = "Countless", Born = TypedDate.Of(new DateOnly(past.Born, 1, 1)) }, new PersonHashes(null, null));
        person.Write(texts, new Background { Sex = past.Sex, EthnicGroup = past.Ethnicity });
        person.Write(texts, new Communication { Reads = past.Reads });
        if (past.Postcode is not null) person.Write(texts, new HomeAddress { Postcode = past.Postcode });
        person.Allocate(Teams[past.Team], People.UserIds["north"]);
        person.BeginPath("waiting", Noon(came), Noon(begun));
        var referral = new Referral { Id = Ids.New(TimeProvider.System), Reference = Ids.Secret(8).ToUpperInvariant(), Source = ReferralSource.Practice, DraftUntil = Noon(came), Language = "en", CreatedAt = Noon(came) };
        referral.Send(new PersonHashes(null, null), Noon(came));
        referral.Accept(person.Id, "somebody", Noon(begun));
        db.Add(referral);
        var reached = came.AddDays(past.ToContact);
        person.Log(new Contact(reached, "call", Contact.Reached, ""));
        db.Add(Entry(person.Id, PathwayEntryKind.Contact, reached, how: "call", result: Contact.Reached));
        person.MoveTo("support", Noon(reached));
        db.Add(Entry(person.Id, PathwayEntryKind.Moved, reached, from: "waiting", to: "support"));
        if (past.EndedFor is { } reason)
        {
            person.Close(reason, Noon(reached));
            db.Add(Entry(person.Id, PathwayEntryKind.Closed, reached, reason: reason));
        }

        db.Add(person);
        AddPlan(db, texts, person.Id, reached);
        await db.SaveChangesAsync();
        return person.Id;
    });

    /// <summary>A referral that was declined.</summary>
    public Task DeclineAsync(string reason) => Site.RunAsync(async services =>
    {
        var (db, came) = (services.GetRequiredService<PortalDbContext>(), Month.AddDays(4));
        var referral = new Referral { Id = Ids.New(TimeProvider.System), Reference = Ids.Secret(8).ToUpperInvariant(), Source = ReferralSource.Self, DraftUntil = Noon(came), Language = "en", CreatedAt = Noon(came) };
        referral.Send(new PersonHashes(null, null), Noon(came));
        referral.Decline(services.GetRequiredService<PrivateText>(), reason, null, "somebody", Noon(came.AddDays(2)));
        db.Add(referral);
        await db.SaveChangesAsync();
    });

    public Task<string?> CountAsync() => Site.RunAsync(services => services.GetServices<TenantJob>().OfType<CountMonthsJob>().Single().RunAsync(default));

    public Task<Answer> ReportAsync(string? period = null, string? team = null) => Reader.GetAsync($"/workspace/reports?period={period ?? Key}&team={team}");

    /// <summary>A table of a report as text: a line for each row.</summary>
    public static string Table(Answer report, string caption)
    {
        var table = report.Document.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")?.TextContent == caption);
        return string.Join('\n', table.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()))));
    }

    private static void AddPlan(PortalDbContext db, PrivateText texts, string personId, DateOnly day)
    {
        var plan = new Plan { Id = Ids.New(new At(day)), WorkerId = "north", PersonId = personId, Language = "en", CreatedAt = Noon(day) };
        plan.SetName(texts, "Nobody");
        var step = plan.AddStep(Ids.New(new At(day)), StepKind.Listing, PlanSite.Choir)!;
        plan.AddStep(Ids.New(new At(day)), StepKind.OwnWords, null);
        db.Add(plan);
        db.Add(new FollowUp { Id = Ids.New(TimeProvider.System), PlanId = plan.Id, StepId = step.Id, ById = "north", At = Noon(day), Attended = true, DidHelp = Helped.ALot });
        db.Add(new PersonAnswer { Id = Ids.New(TimeProvider.System), PlanId = plan.Id, StepId = step.Id, Kind = PersonAnswerKind.Went, At = Noon(day) });
        var asked = new Introduction { Id = Ids.New(TimeProvider.System), PlanId = plan.Id, StepId = step.Id, ListingId = PlanSite.Choir, Language = "en", AgreedOn = day, SentAt = Noon(day), ByPhone = true };
        asked.SetLetter(texts, new IntroductionLetter("Nobody", "en", "", ""));
        asked.Take(texts, new GroupAnswer(IntroductionState.Accepted, null, null, null, ""), Noon(day.AddDays(3)));
        db.Add(asked);
    }

    private static PathwayEntry Entry(string personId, PathwayEntryKind kind, DateOnly on, string? how = null, string? result = null, string? from = null, string? to = null, string? reason = null)
        => new() { Id = Ids.New(TimeProvider.System), PersonId = personId, Kind = kind, On = on, At = Noon(on), WorkerId = "north", How = how, Result = result, From = from, To = to, Reason = reason };

    private static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);

    /// <summary>A clock that stands at noon of a day.</summary>
    private sealed class At(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon(day);
    }
}
