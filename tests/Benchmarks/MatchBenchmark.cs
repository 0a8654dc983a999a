using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Matching;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Matching;
using TestSupport;

namespace Benchmarks;

/// <summary>The ten groups that suit a person best among many listings, each with its reasons, from opening the tenant's scope to the words.</summary>
internal static class MatchBenchmark
{
    private const int WarmUp = 20, Rounds = 200;

    private static readonly string[] needs = ["sleep", "mood", "loneliness", "moving", "pain"];
    private static readonly string[] kinds = ["walking", "singing", "gardening", "arts", "swimming"];

    public static async Task RunAsync(DatabaseKind kind, int number)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None");
        var site = await TestSite.CreateAsync(host);
        await FilledDirectory.FillAsync(site, number);
        await FilledDirectory.IndexAsync(site);
        var times = new List<double>(Rounds);
        var random = new Random(20261128);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var wishes = new Wishes
            {
                Activities = ["walking", kinds[random.Next(kinds.Length)]],
                Needs = [needs[random.Next(needs.Length)]],
                Place = $"BD{1 + random.Next(20)}",
                Reach = Travel.Lift,
                Days = [Schedule.Days[random.Next(7)], Schedule.Days[random.Next(7)]],
                Times = ["morning"],
                Languages = ["en", "ur"],
                Access = ["step-free", "hearing-loop"],
                Purse = Purse.Little,
                Readiness = Readiness.SmallGroup,
            };
            var start = Stopwatch.GetTimestamp();
            var found = await site.RunAsync(services =>
            {
                var plan = new Plan { Id = "benchmark", WorkerId = "benchmark", Language = "en", CreatedAt = TimeProvider.System.GetUtcNow() };
                plan.SetWishes(services.GetRequiredService<PrivateText>(), wishes);
                return services.GetRequiredService<MatchSearch>().FindAsync(plan, default);
            });
            if (found!.Best.Count != MatchSearch.Most) throw new InvalidOperationException("Ten groups should have been found.");
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Machine.Print("ten with reasons", times);
    }
}
