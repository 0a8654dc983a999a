using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services.Duplicates;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>The meetings of a group, or of the groups somebody keeps, for the visitor's own calendar.</summary>
internal static class CalendarEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/groups/{slug}/calendar.ics", AnswerOneAsync);
        endpoints.MapGet("/groups/calendar.ics", AnswerManyAsync);
        endpoints.MapGet("/kept/calendar.ics", AnswerManyAsync);
    }

    private static async Task<IResult> AnswerOneAsync(
        HttpContext http, string slug, Calendars calendars, MergedListings merged, SiteAddresses addresses, CancellationToken cancellationToken)
    {
        if (await calendars.WriteAsync([slug], null, cancellationToken) is { } file)
        {
            http.Shows(Insight.Contact(Insight.Calendar, slug));
            return Answer(file, slug);
        }

        return await merged.AddressInsteadOfAsync(slug, cancellationToken) is { } instead ? Results.Redirect(addresses.Path($"/groups/{instead}/calendar.ics")) : Results.NotFound();
    }

    /// <summary>Ids or slugs, each as a value of <c>id</c> of its own or several in one with commas between.</summary>
    private static async Task<IResult> AnswerManyAsync(HttpRequest request, Calendars calendars, IStringLocalizer<ScheduleText> texts, CancellationToken cancellationToken)
    {
        var asked = request.Query["id"].OfType<string>().SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return Answer(asked.Count == 0 ? null : await calendars.WriteAsync(asked, texts["Calendar.Kept"], cancellationToken), "groups");
    }

    private static IResult Answer(string? file, string name)
        => file is null ? Results.NotFound() : Results.File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", name + ".ics");
}
