using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Reports;
using TestSupport;

namespace Benchmarks;

/// <summary>The report over five financial years of a service with many people, the counting of one month, and of all months at once.</summary>
internal static class ReportBenchmark
{
    private const int Batch = 2_000, Teams = 20, Contacts = 4, YearsBack = 6, Rounds = 10;

    public static async Task RunAsync(DatabaseKind kind, int people)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None");
        var site = await TestSite.CreateAsync(host);
        await FillAsync(site, people);
        if (kind == DatabaseKind.Postgres) await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRawAsync("ANALYZE"));
        await CountAsync(site, "counting all months of " + people.ToString("N0", CultureInfo.InvariantCulture) + " people");
        await site.RunAsync(async services =>
        {
            var (db, dates) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<DateWords>());
            var last = ReportBooks.IdOf(Months.LastClosed(dates.Today));
            await db.Set<CountedMonth>().Where(month => month.Id == last).ExecuteDeleteAsync();
        });
        await CountAsync(site, "counting one month");
        await MeasureAsync(site);
    }

    private static async Task CountAsync(TestSite site, string name)
    {
        var start = Stopwatch.GetTimestamp();
        var count = await site.RunAsync(services => services.GetRequiredService<MonthCounting>().CountDueAsync(default));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}: {count} months in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
    }

    private static async Task MeasureAsync(TestSite site)
    {
        var times = new List<double>(Rounds);
        for (var round = -1; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var report = await site.RunAsync(async services =>
            {
                var last = Months.LastClosed(services.GetRequiredService<DateWords>().Today);
                var period = ReportPeriod.Finished(PeriodKind.FiveYears, 0, last).First();
                return await services.GetRequiredService<ReportWriter>().WriteAsync(period, null, default);
            });
            if (report.Sections[0].Tables[0].Rows[^1].Figures[0].IsHidden) throw new InvalidOperationException("There should be many referrals.");
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Machine.Print("report over five years, whole service", times);
    }

    private static async Task FillAsync(TestSite site, int count)
    {
        var (start, clock) = (Stopwatch.GetTimestamp(), TimeProvider.System);
        var (today, days) = (clock.GetUtcNow(), YearsBack * 365);
        for (var done = 0; done < count; done += Batch)
        {
            var from = done;
            await site.RunAsync(async services =>
            {
                var (db, texts) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<PrivateText>());
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                for (var number = from; number < Math.Min(from + Batch, count); number++) AddPerson(db, texts, number, today.AddDays(-((long)number * days / count)));
                await db.SaveChangesAsync();
            });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  filled in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
    }

    private static void AddPerson(PortalDbContext db, PrivateText texts, int number, DateTimeOffset came)
    {
        var person = new Person { Id = Ids.New(TimeProvider.System), CreatedAt = came.AddDays(2) };
        person.WriteWho(texts, new Who { FirstName = "Person", FamilyName = "Number", Born = TypedDate.Of(new DateOnly(1935 + (number % 70), 1, 1)) }, new PersonHashes(null, null));
        person.Write(texts, new Background { Sex = Background.Sexes[number % 3], EthnicGroup = Background.EthnicGroups[number % 6] });
        person.Write(texts, new Communication { Reads = number % 5 == 0 ? "ur" : "en" });
        person.Write(texts, new HomeAddress { Postcode = string.Create(CultureInfo.InvariantCulture, $"BD{(number % 20) + 1} {number % 9}AA") });
        person.Allocate("team" + (number % Teams).ToString(CultureInfo.InvariantCulture), "worker");
        person.BeginPath("waiting", came, came.AddDays(2));
        var referral = new Referral { Id = Ids.New(TimeProvider.System), Reference = Ids.Secret(8), Source = (ReferralSource)(number % 4), DraftUntil = came, Language = "en", CreatedAt = came };
        referral.Send(new PersonHashes(null, null), came);
        referral.Accept(person.Id, "worker", came.AddDays(2));
        db.Add(referral);
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < Contacts; i++) Add(PathwayEntryKind.Contact, came.AddDays(4 + (number % 20) + (i * 14)), how: Contact.Ways[number % 6], result: i == 0 ? Contact.Reached : Contact.Results[(number + i) % 6]);
        Add(PathwayEntryKind.Moved, came.AddDays(20), from: "waiting", to: "support");
        Add(PathwayEntryKind.Closed, came.AddDays(90), reason: "done");
        if (came.AddDays(90) < now) person.Close("done", came.AddDays(90));
        var plan = new Plan { Id = Ids.New(TimeProvider.System), WorkerId = "worker", PersonId = person.Id, Language = "en", CreatedAt = came.AddDays(30) };
        plan.AddStep(Ids.New(TimeProvider.System), StepKind.Listing, "t-choir");
        db.Add(plan);
        db.Add(person);

        void Add(PathwayEntryKind kind, DateTimeOffset at, string? how = null, string? result = null, string? from = null, string? to = null, string? reason = null)
        {
            if (at > now) return;
            db.Add(new PathwayEntry { Id = Ids.New(TimeProvider.System), PersonId = person.Id, Kind = kind, On = DateOnly.FromDateTime(at.UtcDateTime), At = at, WorkerId = "worker", How = how, Result = result, From = from, To = to, Reason = reason });
        }
    }
}
