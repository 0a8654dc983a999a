using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Resources;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Oruk;

/// <summary>Says schedules in the words of the profile. Times are those of the clock on the wall: an offset would be wrong for half of the year.</summary>
internal sealed class OrukScheduleWriter(IStringLocalizer<OpenDataText> texts, TenantContext tenant)
{
    /// <summary>All schedules of a listing; null when it has none.</summary>
    public IReadOnlyList<OrukSchedule>? Schedules(PublicListing listing)
        => listing.Schedules.Count == 0 ? null : [.. listing.Schedules.Select((schedule, place) => Schedule(listing, schedule, place))];

    public static string? Date(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture);

    private OrukSchedule Schedule(PublicListing listing, PublicSchedule schedule, int place) => new()
    {
        Id = PublicIds.Part(listing.PublicId, "schedule/" + place.ToString(CultureInfo.InvariantCulture)),
        ServiceId = listing.PublicId,
        ServiceAtLocationId = listing.Venue is null ? null : listing.PublicPlaceId,
        ValidFrom = Date(schedule.ValidFrom),
        ValidTo = Date(schedule.ValidTo),
        Dtstart = Date(schedule.FirstDate),
        Until = Date(schedule.ValidTo),
        Freq = schedule.Frequency,
        Interval = schedule.Frequency is null ? null : schedule.Interval,
        Byday = Join(schedule.ByDay),
        Bymonthday = Join([.. schedule.ByMonthDay.Select(day => day.ToString(CultureInfo.InvariantCulture))]),
        Description = listing.ScheduleNote is { } note ? $"{schedule.InWords}. {note}" : schedule.InWords,
        OpensAt = Time(schedule.Start),
        ClosesAt = Time(schedule.End),
        AttendingType = listing.AttendanceInWords,
        Notes = texts["Schedule.Clock", tenant.Settings.TimeZone],
    };

    private static string? Join(IReadOnlyList<string> parts) => parts.Count == 0 ? null : string.Join(',', parts);

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}
