using NodaTime;
using Portal.Directory.Domain;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>What came of asking for a calendar.</summary>
/// <param name="Reading">What it says; null where nothing new was read.</param>
internal sealed record FetchedCalendar(OutboundAnswer Answer, CalendarReading? Reading);

/// <summary>Asks for the calendars of groups. Touches no database, so that several can be asked for at a time.</summary>
internal sealed class CalendarFetcher(OutboundHttp http, DateWords dates, TenantContext tenant, TimeProvider clock)
{
    /// <summary>Days after which the file is read again though it is unchanged, because its dates reach only so far into the future.</summary>
    private const int ReadAgainAfterDays = 14;

    private const long LargestFile = 2 * 1024 * 1024;

    public async Task<FetchedCalendar> FetchAsync(GroupCalendar calendar, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(calendar.Address, UriKind.Absolute, out var address))
            return new FetchedCalendar(new OutboundAnswer { Result = OutboundResult.BadAddress, Address = new Uri("about:blank") }, null);
        var isKnown = calendar.Failure is null && calendar.WorkedOutAt > clock.GetUtcNow().AddDays(-ReadAgainAfterDays);
        var answer = await http.GetAsync(
            new OutboundRequest
            {
                Address = address,
                Accept = "text/calendar, text/plain;q=0.5, */*;q=0.1",
                IfNoneMatch = isKnown ? calendar.ETag : null,
                IfModifiedSince = isKnown ? calendar.LastModified : null,
                MostBytes = LargestFile,
            },
            cancellationToken);
        if (answer.Result != OutboundResult.Read) return new FetchedCalendar(answer, null);
        var (now, zone) = (dates.Now, DateTimeZoneProviders.Tzdb[tenant.Settings.TimeZone]);
        return new FetchedCalendar(answer, CalendarReading.Read(answer.Body, zone, now, Recurrence.Farthest(dates.Today)));
    }
}
