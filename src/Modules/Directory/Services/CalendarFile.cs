using System.Globalization;
using System.Text;
using NodaTime;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;

namespace Portal.Directory.Services;

/// <summary>Writes the next dates of a group as a calendar file. Format: RFC 5545.</summary>
internal static class CalendarFile
{
    private const int LongestLine = 75;

    public static string Write(ListingPage page, IReadOnlyList<NextDate> dates, string address, DateTimeZone zone, DateTimeOffset now)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN", "VCALENDAR");
        Line(file, "VERSION", "2.0");
        Line(file, "PRODID", "-//Portal//Groups//EN");
        Line(file, "X-WR-CALNAME", Text(page.Title));
        foreach (var date in dates)
        {
            Line(file, "BEGIN", "VEVENT");
            Line(file, "UID", $"{page.Slug}-{date.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{date.Start.ToString("HHmm", CultureInfo.InvariantCulture)}@{new Uri(address).Host}");
            Line(file, "DTSTAMP", Utc(now));
            Line(file, "DTSTART", Utc(Recurrence.InstantOf(date.Date, date.Start, zone).ToDateTimeOffset()));
            if (date.End is { } end) Line(file, "DTEND", Utc(Recurrence.InstantOf(date.Date, end, zone).ToDateTimeOffset()));
            Line(file, "SUMMARY", Text(page.Title));
            if (page.Venue is { IsConfidential: false } venue) Line(file, "LOCATION", Text($"{page.VenueName?.Text}, {Listings.AddressOf(venue)}"));
            if (page.Summary is { } summary) Line(file, "DESCRIPTION", Text($"{summary.Text}\n{page.Facts.ContactPhone ?? page.Facts.ContactText ?? page.Facts.ContactEmail}"));
            Line(file, "URL", address);
            Line(file, "END", "VEVENT");
        }

        Line(file, "END", "VCALENDAR");
        return file.ToString();
    }

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line of at most 75 octets; what is longer goes on in a line that begins with a space.</summary>
    private static void Line(StringBuilder file, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
