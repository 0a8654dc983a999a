using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>What tests of people's ways do on a site with two teams.</summary>
internal static class PathwaySite
{
    /// <summary>A day as the three fields of a form.</summary>
    public static (string, string?)[] Typed(string field, DateOnly day)
        => [(field + ".Day", day.Day.ToString(System.Globalization.CultureInfo.InvariantCulture)), (field + ".Month", day.Month.ToString(System.Globalization.CultureInfo.InvariantCulture)), (field + ".Year", day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    public static Task<DateOnly> TodayAsync(this PeopleSite site) => site.Site.RunAsync(services => Task.FromResult(services.GetRequiredService<DateWords>().Today));

    /// <summary>The days on which the site's people work.</summary>
    public static Task<WorkingDays> WorkingDaysAsync(this PeopleSite site) => site.Site.RunAsync(async services => new WorkingDays(await services.GetRequiredService<IBankHolidays>().ReadAsync(default)));

    /// <summary>The row of a person.</summary>
    public static Task<Person> RowAsync(this PeopleSite site, string id) => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Person>().AsNoTracking().SingleAsync(person => person.Id == id));

    /// <summary>What happened on somebody's way, the oldest first.</summary>
    public static Task<List<PathwayEntry>> EntriesAsync(this PeopleSite site, string id)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PathwayEntry>().AsNoTracking().Where(entry => entry.PersonId == id).OrderBy(entry => entry.At).ToListAsync());

    /// <summary>As if the next step had been set for another day; null for none.</summary>
    public static Task DueAsync(this PeopleSite site, string id, DateOnly? day)
        => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Person>().Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.NextOn, day)));

    /// <summary>Logs a contact as a worker does, with what is suggested as the next step.</summary>
    public static async Task<Answer> LogAsync(this PeopleSite site, Visitor worker, string id, string result, params (string Name, string? Value)[] typed)
        => await worker.SubmitAsync(await worker.GetAsync($"/workspace/people/{id}/contact?result={result}"), "main form[method=post]", typed);

    /// <summary>Somebody of a team whom nobody looks after.</summary>
    public static async Task<string> WaitingAsync(this PeopleSite site, string first = "Wanda")
    {
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North, first, "Waitsworth", null));
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/care"), "main form", [("Worker", "")]);
        return id;
    }
}
