using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Platform.Resources;
using Portal.Platform.Tenants;

namespace Portal.Platform.Languages;

/// <summary>Writes dates and times the way people say them, in the reader's language. Scoped.</summary>
public sealed class DateWords(IStringLocalizer<PlatformText> texts, TenantContext tenant, TimeProvider clock)
{
    private static CultureInfo Culture => Thread.CurrentThread.CurrentCulture;

    /// <summary>The tenant's time zone.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(tenant.Settings.TimeZone);

    /// <summary>Today in the tenant's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>The wall-clock time in the tenant's time zone.</summary>
    public DateTime Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime;

    /// <summary>"Tuesday 24 November", with the year when it is another one.</summary>
    public string Day(DateOnly date)
        => date.ToString(date.Year == Today.Year ? texts["Date.DayFormat"] : texts["Date.DayYearFormat"], Culture);

    /// <summary>"24 November 2026".</summary>
    public string Date(DateOnly date) => date.ToString(texts["Date.DateFormat"], Culture);

    /// <summary>An instant as a date in the tenant's time zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>"24 November 2026, 10:30 am".</summary>
    public string Instant(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
        return texts["Date.DateAndTime", Date(DateOnly.FromDateTime(local)), Time(TimeOnly.FromDateTime(local))];
    }

    /// <summary>"10 am", "10:30 am", "noon"; with the part of the day where a language says it; in languages that count to 24, "10:00".</summary>
    public string Time(TimeOnly time)
    {
        if (time == new TimeOnly(12, 0) && texts["Time.Noon"] is { Value.Length: > 0 } noon) return noon;
        var face = time.ToString(time.Minute == 0 ? texts["Time.HourFormat"] : texts["Time.MinuteFormat"], Culture);
        return texts[time.Hour switch { < 4 => "Time.Night", < 12 => "Time.Morning", < 16 => "Time.Afternoon", < 20 => "Time.Evening", _ => "Time.Night" }, face];
    }

    /// <summary>"10 am to 11:30 am".</summary>
    public string TimeSpan(TimeOnly from, TimeOnly? to) => to is { } end ? texts["Time.FromTo", Time(from), Time(end)] : Time(from);

    /// <summary>Name of a day of the week.</summary>
    public static string DayName(DayOfWeek day) => Culture.DateTimeFormat.GetDayName(day);

    /// <summary>"today", "yesterday", "12 days ago", "3 months ago", "2 years ago".</summary>
    public string Ago(DateOnly date)
    {
        var days = Today.DayNumber - date.DayNumber;
        return days switch
        {
            <= 0 => texts["Ago.Today"],
            1 => texts["Ago.Yesterday"],
            < 60 => texts.Count("Ago.Days", days),
            < 730 => texts.Count("Ago.Months", days / 30),
            _ => texts.Count("Ago.Years", days / 365),
        };
    }
}
