using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>A moment of a calendar: a wall-clock time in a zone, or a whole day.</summary>
internal readonly record struct CalendarMoment(LocalDateTime Local, DateTimeZone Zone, bool IsWholeDay)
{
    public Instant Instant => Zone.AtLeniently(Local).ToInstant();

    /// <summary>The same moment, so many wall-clock days and hours away in the same zone.</summary>
    public CalendarMoment At(LocalDateTime local) => this with { Local = local };
}

/// <summary>Reads dates, times, durations and time zones. Format: RFC 5545, section 3.3.</summary>
internal sealed class CalendarTimes(DateTimeZone tenantZone, List<CalendarFault> faults)
{
    private static readonly string[] shapes =
        ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyyMMdd", "yyyy-MM-dd"];

    private readonly Dictionary<string, DateTimeZone> zones = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The moments of a property, which may hold several with commas between; those that cannot be read are told.</summary>
    /// <param name="otherwise">Zone of a time that names none.</param>
    public IEnumerable<CalendarMoment> ReadMany(CalendarLine line, DateTimeZone otherwise)
    {
        foreach (var value in line.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A period is a beginning, a slash and an end.
            if (Parse(value.Split('/')[0], ZoneOf(line, otherwise)) is { } moment) yield return moment;
            else faults.Add(new CalendarFault(line.Number, CalendarFault.Date, CalendarFault.Shorten(value)));
        }
    }

    /// <summary>The one moment of a property; null after telling that it cannot be read.</summary>
    public CalendarMoment? Read(CalendarLine line, DateTimeZone otherwise)
    {
        if (Parse(line.Value, ZoneOf(line, otherwise)) is { } moment) return moment;
        faults.Add(new CalendarFault(line.Number, CalendarFault.Date, CalendarFault.Shorten(line.Value)));
        return null;
    }

    public static CalendarMoment? Parse(string value, DateTimeZone zone)
    {
        var text = value.Trim();
        var isUtc = text.EndsWith('Z') || text.EndsWith('z');
        if (isUtc) text = text[..^1];
        if (!DateTime.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || time.Year is < 1900 or > 2200) return null;
        return new CalendarMoment(LocalDateTime.FromDateTime(time), isUtc ? DateTimeZone.Utc : zone, !text.Contains('T', StringComparison.Ordinal));
    }

    /// <summary>A duration such as <c>PT1H30M</c> or <c>P1D</c>; null when it is none.</summary>
    public static Duration? ParseDuration(string value)
    {
        var text = value.Trim().TrimStart('+');
        if (text.Length < 2 || text[0] != 'P') return null;
        var (total, number, digits) = (Duration.Zero, 0L, 0);
        foreach (var letter in text.AsSpan(1))
        {
            if (char.IsAsciiDigit(letter) && digits++ < 6) number = (number * 10) + (letter - '0');
            else if (letter == 'T' && digits == 0) continue;
            else if (digits is > 0 and <= 6 && "WDHMS".Contains(letter, StringComparison.Ordinal))
            {
                total += letter switch { 'W' => Duration.FromDays(7 * number), 'D' => Duration.FromDays(number), 'H' => Duration.FromHours(number), 'M' => Duration.FromMinutes(number), _ => Duration.FromSeconds(number) };
                (number, digits) = (0, 0);
            }
            else return null;
        }

        return digits == 0 ? total : null;
    }

    private DateTimeZone ZoneOf(CalendarLine line, DateTimeZone otherwise)
    {
        if (line.Parameter("TZID") is not { Length: > 0 } id) return otherwise;
        if (zones.TryGetValue(id, out var known)) return known;
        var found = Find(id);
        if (found is null) faults.Add(new CalendarFault(line.Number, CalendarFault.Zone, CalendarFault.Shorten(id)));
        return zones[id] = found ?? tenantZone;
    }

    /// <summary>
    /// A zone by the names that programs give it: of the zone database, also with a maker's path before it; of Windows (Unicode CLDR's
    /// table); of Windows' list for people, "(UTC+00:00) Dublin, Edinburgh, Lisbon, London". What the file itself says of the zone is not needed.
    /// </summary>
    private static DateTimeZone? Find(string id)
    {
        var name = id.Trim().Trim('"');
        if (name is "UTC" or "GMT" or "Z" or "Etc/UTC") return DateTimeZone.Utc;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone) return zone;
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 2 && DateTimeZoneProviders.Tzdb.GetZoneOrNull($"{parts[^2]}/{parts[^1]}") is { } ofMaker) return ofMaker;
        if (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(name, out var windows)) return DateTimeZoneProviders.Tzdb.GetZoneOrNull(windows);
        return name.Contains("London", StringComparison.OrdinalIgnoreCase) ? DateTimeZoneProviders.Tzdb["Europe/London"] : null;
    }
}
