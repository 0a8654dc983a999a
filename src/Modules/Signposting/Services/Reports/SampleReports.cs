using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Services.Reports;

/// <summary>
/// While the program is developed, puts invented counts and invented population figures into the sample sites, once, so that a report has something to show.
/// Every page of such a site says that its people are invented, and the source of the population says it too.
/// </summary>
internal sealed class SampleReports(IHostEnvironment environment, IConfiguration configuration, ITenants tenants, ITenantScopes scopes) : IHostedService
{
    private const int SampleMonths = 32;

    /// <summary>How often each value stands in a month, about; the names are those of the measures.</summary>
    private static readonly (string Measure, (string Value, int Count)[] Values)[] usual =
    [
        (Measure.Referrals, [(nameof(ReferralSource.Practice), 22), (nameof(ReferralSource.Professional), 6), (nameof(ReferralSource.Self), 9), (nameof(ReferralSource.Team), 2)]),
        (Measure.Decided, [(Measure.Accepted, 33), ("declined", 5)]),
        (Measure.Declined, [("area", 2), ("person", 2), ("other-service", 1)]),
        (Measure.Undecided, [(Measure.All, 9)]),
        (Measure.ToDecision, [("1", 12), ("2", 9), ("4", 8), ("8", 6), ("13", 3)]),
        (Measure.Begun, [(Measure.All, 33)]),
        (Measure.ToContact, [("3", 7), ("5", 9), ("8", 8), ("14", 5), ("24", 2)]),
        (Measure.ToContactOwn, [("3", 7), ("5", 9), ("8", 9), ("14", 5), ("20", 1)]),
        (Measure.ToPlan, [("12", 7), ("19", 9), ("30", 6), ("44", 3)]),
        (Measure.ToPlanOwn, [("12", 8), ("19", 9), ("28", 6), ("35", 2)]),
        (Measure.StillWaiting, [("4", 5), ("9", 3), ("20", 1)]),
        (Measure.ContactsByWay, [("call", 120), ("text", 41), ("email", 9), ("letter", 3), ("visit", 52), ("online", 6)]),
        (Measure.ContactsByResult, [("reached", 151), ("no-answer", 38), ("message", 19), ("sent", 14), ("wrong-number", 3), ("not-come", 6)]),
        (Measure.Plans, [(Measure.All, 25)]),
        (Measure.Signposts, [(nameof(StepKind.Listing), 54), (nameof(StepKind.Article), 17), (nameof(StepKind.Programme), 21), (nameof(StepKind.OwnWords), 31)]),
        (Measure.Attended, [(Measure.Yes, 28), (Measure.No, 11)]),
        (Measure.DidHelp, [("ALot", 14), ("ALittle", 9), ("No", 3), ("NotTried", 6)]),
        (Measure.Said, [("Went", 12), ("RatherNot", 4), ("CallMe", 3)]),
        (Measure.Asked, [(Measure.All, 19)]),
        (Measure.Answered, [("Accepted", 11), ("WaitingList", 3), ("Cannot", 2)]),
        (Measure.ToAnswer, [("1", 6), ("2", 4), ("5", 3), ("9", 2)]),
        (Measure.Unanswered, [(Measure.All, 4)]),
        (Measure.Age, [("18-29", 2), ("30-39", 4), ("40-49", 5), ("50-59", 8), ("60-69", 7), ("70-79", 4), ("80-89", 1)]),
        (Measure.Sex, [("female", 20), ("male", 10), (Measure.Unknown, 1)]),
        (Measure.Ethnicity, [("asian", 11), ("black", 1), ("mixed", 1), ("white", 15), (Measure.Unknown, 3)]),
        (Measure.Language, [("en", 21), ("ur", 7), ("pl", 3)]),
        (Measure.Deprivation, [("1", 9), ("2", 7), ("3", 5), ("4", 3), ("5", 2), ("7", 1), ("9", 1), (Measure.Unknown, 3)]),
    ];

    /// <summary>What counts the same people or things, so that both come to the same.</summary>
    private static readonly (string Measure, string As)[] alike =
    [
        (Measure.Sex, Measure.Age), (Measure.Ethnicity, Measure.Age), (Measure.Language, Measure.Age), (Measure.Deprivation, Measure.Age), (Measure.ToContact, Measure.Age), (Measure.ToContactOwn, Measure.Age),
        (Measure.ContactsByResult, Measure.ContactsByWay), (Measure.ToPlanOwn, Measure.ToPlan), (Measure.ToDecision, Measure.Decided), (Measure.ToAnswer, Measure.Answered),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || !configuration.GetValue("Portal:Samples", true)) return;
        foreach (var tenant in await tenants.ListAsync(cancellationToken))
            await scopes.RunAsync(tenant, services => AddAsync(services, cancellationToken), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var (profile, db) = (services.GetRequiredService<TenantContext>().Profile, services.GetRequiredService<PortalDbContext>());
        if (!profile.Settings.Sample || !profile.Features.Contains(SignpostingModule.Referring) || await db.Set<CountedMonth>().AnyAsync(cancellationToken)) return;
        if (await db.Set<Team>().FirstOrDefaultAsync(cancellationToken) is not { } team) return;
        var (texts, clock, settings) = (services.GetRequiredService<PrivateText>(), services.GetRequiredService<TimeProvider>(), await services.GetRequiredService<PathwayRules>().ReadAsync(cancellationToken));
        var last = Months.LastClosed(services.GetRequiredService<DateWords>().Today);
        for (var month = last - SampleMonths + 1; month <= last; month++)
        {
            var row = new CountedMonth { Id = ReportBooks.IdOf(month) };
            row.Finish(texts, Invent(month, last, team.Id, settings), clock.GetUtcNow());
            db.Add(row);
        }

        await Setting.WriteAsync(db, Population.Name, new Population { Source = "Invented figures, for trying out", Figures = PopulationLines.Read(People).Figures }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A month of a service that grows a little, up and down without chance.</summary>
    private static MonthCounts Invent(int month, int last, string team, PathwaySettings settings)
    {
        var counts = new MonthCounts();
        foreach (var (measure, values) in usual)
        {
            for (var i = 0; i < values.Length; i++) Add(measure, values[i].Value, values[i].Count, i);
        }

        foreach (var (measure, other) in alike)
        {
            var values = counts.Teams[team];
            counts.Add(team, measure, usual.First(one => one.Measure == measure).Values[0].Value, values[other].Values.Sum() - values[measure].Values.Sum());
        }

        for (var i = 0; i < settings.Stages.Count; i++)
        {
            Add(Measure.InStage, settings.Stages[i].Key, 12 + (i * 17 % 40), i);
            if (i > 0) Add(Measure.MovedTo, settings.Stages[i].Key, 18 - (i * 3 % 12), i);
            if (i > 0) Add(Measure.MovedFrom, settings.Stages[i - 1].Key, 18 - (i * 3 % 12), i);
        }

        for (var i = 0; i < settings.ClosingReasons.Count; i++) Add(Measure.Ended, settings.ClosingReasons[i].Key, 9 - (i * 2 % 9), i);
        foreach (var (area, count) in new[] { ("BD3", 11), ("BD8", 9), ("BD21", 6), ("BD20", 2), ("-", 4) }) counts.Add(MonthCounts.NoTeam, Measure.UnmetAreas, area, count + (month % 3));
        foreach (var (kind, count) in new[] { ("singing", 7), ("exercise", 11), ("need:sleep", 8), ("gardening", 3), ("-", 3) }) counts.Add(MonthCounts.NoTeam, Measure.UnmetKinds, kind, count + (month % 3));
        return counts;

        void Add(string measure, string value, int count, int place)
        {
            var grown = (count * (100 - last + month) / 100) + (((month * 7) + (place * 5)) % Math.Max(2, count / 4));
            if (grown > 0) counts.Add(team, measure, value, grown);
        }
    }

    private const string People =
        """
        age,0-17,141000
        age,18-29,82000
        age,30-39,76000
        age,40-49,71000
        age,50-59,67000
        age,60-69,53000
        age,70-79,38000
        age,80-89,17000
        age,90+,4000
        sex,female,279000
        sex,male,270000
        ethnicity,asian,176000
        ethnicity,black,11000
        ethnicity,mixed,15000
        ethnicity,white,335000
        ethnicity,other,12000
        language,en,466000
        language,ur,31000
        language,pl,9000
        deprivation,1,190000
        deprivation,2,66000
        deprivation,3,60000
        deprivation,4,47000
        deprivation,5,42000
        deprivation,6,38000
        deprivation,7,34000
        deprivation,8,30000
        deprivation,9,25000
        deprivation,10,17000
        """;
}
