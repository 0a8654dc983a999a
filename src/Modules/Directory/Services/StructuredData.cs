using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Directory.Domain;

namespace Portal.Directory.Services;

/// <summary>Tells search engines what the page of a group says, in the words of schema.org: an event series with its schedules.</summary>
internal static class StructuredData
{
    /// <summary>JSON-LD of a group's page; characters that could end a script element are escaped.</summary>
    public static string Of(ListingPage page, string address, string timeZone)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "EventSeries",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = page.Title,
            ["inLanguage"] = page.TextLanguage,
            ["description"] = page.Summary?.Text,
            ["eventAttendanceMode"] = "https://schema.org/" + AttendanceMode(page.Facts.Attendance),
            ["isAccessibleForFree"] = page.Facts.Cost != Cost.Paid,
            ["location"] = Location(page, address),
            ["organizer"] = page.OrganisationName is null ? null : new JsonObject { ["@type"] = "Organization", ["name"] = page.OrganisationName.Text, ["url"] = page.OrganisationWebsite },
            ["eventSchedule"] = new JsonArray([.. page.Facts.Schedules.Select(schedule => ScheduleOf(schedule, timeZone))]),
        };
        if (page.NextDates is [var next, ..])
        {
            data["startDate"] = At(next.Date, next.Start);
            if (next.End is { } end) data["endDate"] = At(next.Date, end);
        }

        if (page.Facts.CostPence is { } pence)
            data["offers"] = new JsonObject { ["@type"] = "Offer", ["price"] = pence / 100m, ["priceCurrency"] = "GBP", ["url"] = address };
        RemoveEmpty(data);
        return data.ToJsonString(JsonSerializerOptions.Default);
    }

    private static string AttendanceMode(IReadOnlyList<string> ways)
        => ways.Contains(AttendanceWays.InPerson)
            ? ways.Count > 1 ? "MixedEventAttendanceMode" : "OfflineEventAttendanceMode"
            : "OnlineEventAttendanceMode";

    private static JsonObject? Location(ListingPage page, string address)
    {
        if (page.Venue is not { } venue) return page.Facts.Attendance.Contains(AttendanceWays.InPerson) ? null : new JsonObject { ["@type"] = "VirtualLocation", ["url"] = address };
        var place = new JsonObject
        {
            ["@type"] = "Place",
            ["name"] = page.VenueName?.Text,
            ["address"] = new JsonObject
            {
                ["@type"] = "PostalAddress",
                ["streetAddress"] = venue.AddressLine,
                ["addressLocality"] = venue.Town,
                ["postalCode"] = venue.Postcode,
                ["addressCountry"] = "GB",
            },
        };
        if (venue is { Latitude: { } latitude, Longitude: { } longitude })
            place["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude };
        RemoveEmpty((JsonObject)place["address"]!);
        RemoveEmpty(place);
        return place;
    }

    private static JsonNode ScheduleOf(Schedule schedule, string timeZone)
    {
        var data = new JsonObject
        {
            ["@type"] = "Schedule",
            ["repeatFrequency"] = schedule.Frequency == Frequency.Once ? null : $"P{schedule.Interval.ToString(CultureInfo.InvariantCulture)}{(schedule.Frequency == Frequency.Monthly ? "M" : "W")}",
            ["byDay"] = new JsonArray([.. schedule.ByDay.Select(day => (JsonNode)("https://schema.org/" + Schedule.DayOfWeekOf(day[^2..])))]),
            ["byMonthDay"] = new JsonArray([.. schedule.ByMonthDay.Where(day => day > 0).Select(day => (JsonNode)day)]),
            ["exceptDate"] = new JsonArray([.. schedule.Changes.Select(change => change.Off).OfType<DateOnly>().Select(off => (JsonNode)off.ToString("O", CultureInfo.InvariantCulture))]),
            ["startTime"] = schedule.Start.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["endTime"] = schedule.End?.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["startDate"] = schedule.StartDate?.ToString("O", CultureInfo.InvariantCulture),
            ["endDate"] = (schedule.Frequency == Frequency.Once ? schedule.StartDate : schedule.EndDate)?.ToString("O", CultureInfo.InvariantCulture),
            ["scheduleTimezone"] = timeZone,
        };
        RemoveEmpty(data);
        return data;
    }

    private static string At(DateOnly date, TimeOnly time) => date.ToDateTime(time).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static void RemoveEmpty(JsonObject data)
    {
        foreach (var name in data.Where(pair => pair.Value is null or JsonArray { Count: 0 }).Select(pair => pair.Key).ToList()) data.Remove(name);
    }
}
