using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>What the program writes to its log tells of nobody who is helped, also where somebody asked it to log more than it does by itself.</summary>
public sealed class PersonLogTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_log_holds_nothing_of_a_person(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(
            kind,
            "--Logging:LogLevel:Default", "Information", "--Logging:LogLevel:Microsoft.AspNetCore", "Information", "--Logging:LogLevel:Microsoft.EntityFrameworkCore", "Information");
        using var lines = new Lines();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        var people = await PeopleSite.CreateAsync(kind, host);

        var person = await people.BeginAsync(people.North);
        var id = PeopleSite.IdOf(person);
        await people.FillAsync(people.North, id, "reach", ("Form.Reach.Phone", "07700 900461"), ("Form.Reach.SafetyNote", "Grobblewick"));
        await people.FillAsync(people.North, id, "who", ("Form.Who.NhsNumber", "943 476 5910")); // refused
        await people.FillAsync(people.North, id, "aboutme", ("Form.AboutMe.Important", new string('Y', 3000)), ("Form.AboutMe.People", "Yodelcraft")); // refused
        await people.North.SubmitAsync(await people.North.GetAsync("/workspace/people"), "form[action*='Find']", [("NhsNumber", PeopleSite.Nhs)]);
        await people.North.SubmitAsync(await people.North.GetAsync("/workspace/people"), "form[action*='Find']", [("FamilyName", "Quibbledorf"), ("Born.Day", "27"), ("Born.Month", "3"), ("Born.Year", "1961")]);
        await people.South.GetAsync($"/workspace/people/{id}");
        await people.Site.Visitor.GetAsync($"/workspace/people/{id}");

        lines.All.ShouldContain(line => line.Contains($"/workspace/people/{id}"), "Requests are logged, so there was something to look at.");
        foreach (var secret in new[] { "Zulekha", "Quibbledorf", "943 476 5919", "9434765919", "943 476 5910", "07700 900461", "Grobblewick", "Yodelcraft", "1961" })
            lines.All.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(secret);
    }

    /// <summary>Keeps every line, with what went wrong.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        public IReadOnlyCollection<string> All => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
