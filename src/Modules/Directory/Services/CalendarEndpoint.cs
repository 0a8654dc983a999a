using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Portal.Directory.Domain;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>The next dates of a group for the visitor's own calendar.</summary>
internal static class CalendarEndpoint
{
    private const int MostDates = 26;

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/groups/{slug}/calendar.ics", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string slug, ListingPageReader reader, DateWords dates, TenantContext tenant, SiteAddresses addresses, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(slug, cancellationToken) is not { } page) return Results.NotFound();
        var next = page.Facts.Places == Domain.Places.Paused ? [] : Recurrence.NextDates(page.Facts.Schedules, Domain.SeasonalBreak.MeetsFrom(dates.Now, page.Facts.BackOn), MostDates);
        var file = CalendarFile.Write(page, next, addresses.Absolute("/groups/" + slug), DateTimeZoneProviders.Tzdb[tenant.Settings.TimeZone], clock.GetUtcNow());
        return Results.File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", slug + ".ics");
    }
}
