using Portal.Directory.Domain;
using Portal.Directory.Typed;

namespace Portal.Directory.Services;

/// <summary>Something about a page that could be better.</summary>
/// <param name="Key">Key of what it is, in words.</param>
/// <param name="Page">Name of the page that mends it.</param>
/// <param name="Language">Language it is about, where it is about one.</param>
/// <param name="Date">Day it is about, where it is about one.</param>
/// <param name="Said">What the page says that cannot be right.</param>
internal sealed record Finding(string Key, string Page, string? Language = null, DateOnly? Date = null, string? Said = null);

/// <summary>Looks over the page of a group as a reader would who has never been there. What keeps people away comes first.</summary>
internal static class GroupChecks
{
    /// <summary>A last date nearer than this is told of beforehand.</summary>
    private const int LastDateDays = 42;

    /// <summary>What could be better; nothing for a group that has stopped.</summary>
    /// <param name="hasOwnCalendar">True where its dates come from a calendar it keeps elsewhere.</param>
    /// <param name="languages">Languages of the site.</param>
    /// <param name="askAfterDays">After so many days without a word a group is reminded to look over its page.</param>
    /// <param name="website">What is known of its website; null where nothing is.</param>
    public static IReadOnlyList<Finding> Of(Listing listing, Venue? venue, bool hasOwnCalendar, IReadOnlyList<string> languages, DateTime now, int askAfterDays = 120, WebsiteCheck? website = null)
        => listing.StoppedOn is not null
            ? []
            : [.. Facts(listing, venue, hasOwnCalendar, now), .. Contacts(listing, website), .. Words(listing), .. Translations(listing, languages), .. Freshness(listing, DateOnly.FromDateTime(now), askAfterDays)];

    private static IEnumerable<Finding> Facts(Listing listing, Venue? venue, bool hasOwnCalendar, DateTime now)
    {
        if (listing.ContactPhone is null && listing.ContactText is null && listing.ContactEmail is null) yield return new Finding("Check.NoContact", "EditContact");
        if (!hasOwnCalendar && Dates(listing, now) is { } dates) yield return dates;
        var isSomewhere = listing.Attendance.Count == 0 || listing.Attendance.Contains(AttendanceWays.InPerson);
        if (isSomewhere && venue is null) yield return new Finding("Check.NoPlace", "EditWhere");
        if (venue is { Latitude: null, IsConfidential: false }) yield return new Finding("Check.NotOnMap", "EditVenue");
        if (listing.ActivityIds.Count == 0) yield return new Finding("Check.NoKind", "EditKind");
    }

    private static IEnumerable<Finding> Contacts(Listing listing, WebsiteCheck? website)
    {
        foreach (var number in new[] { listing.ContactPhone, listing.ContactText }.OfType<string>().Where(number => TypedPhone.Parse(number) is null).Distinct(StringComparer.Ordinal))
            yield return new Finding("Check.Phone", "EditContact", Said: number);
        if (listing.ContactEmail is { } email && TypedContact.Email(email) is null) yield return new Finding("Check.Email", "EditContact", Said: email);
        if (website is { IsBroken: true, Failure: { } failure }) yield return new Finding("Failure." + failure, "EditContact");
        if (website?.ChangedAt is { } changed && listing.AssuredOn is { } assured && DateOnly.FromDateTime(changed.UtcDateTime) > assured) yield return new Finding("Check.WebsiteChanged", "ConfirmGroup");
    }

    private static Finding? Dates(Listing listing, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        if (listing.Places == Places.Paused || SeasonalBreak.IsOn(listing.BackOn, today)) return null;
        if (listing.Schedules.Count == 0) return listing.Source.ScheduleNote is null ? new Finding("Check.NoTime", "EditWhen") : null;
        var last = listing.Schedules.Any(schedule => schedule.EndDate is null) ? null : listing.Schedules.Max(schedule => schedule.EndDate);
        if (Recurrence.NextDates(listing.Schedules, now, 1).Count == 0) return new Finding(last is null ? "Check.NoDate" : "Check.NoDateAfter", "EditWhen", Date: last);
        return last < today.AddDays(LastDateDays) ? new Finding("Check.NoDateAfter", "EditWhen", Date: last) : null;
    }

    private static IEnumerable<Finding> Words(Listing listing)
    {
        var source = listing.Source;
        if (source.Summary is null) yield return new Finding("Check.NoSummary", "EditWords", listing.Culture);
        if (source.Description is null) yield return new Finding("Check.NoDescription", "EditWords", listing.Culture);
        if (source.FirstVisit is null) yield return new Finding("Check.NoFirstVisit", "EditWords", listing.Culture);
        if (listing.PhotoId is not null && source.PhotoAlt is null) yield return new Finding("Check.NoAlt", "EditPhoto");
    }

    private static IEnumerable<Finding> Translations(Listing listing, IReadOnlyList<string> languages)
    {
        foreach (var text in listing.Texts.Where(text => text != listing.Source).OrderBy(text => text.Culture, StringComparer.Ordinal))
        {
            if (!listing.StateOf(text).IsUpToDate) yield return new Finding("Check.Behind", "EditWords", text.Culture);
            else if (text.Review == ContentTexts.Machine) yield return new Finding("Check.Machine", "EditWords", text.Culture);
        }

        foreach (var language in languages.Where(language => listing.Texts.In(language) is null)) yield return new Finding("Check.NotWritten", "EditWords", language);
    }

    private static IEnumerable<Finding> Freshness(Listing listing, DateOnly today, int askAfterDays)
    {
        if (listing.AssuredOn is not { } assured) yield return new Finding("Check.NeverConfirmed", "ConfirmGroup");
        else if (today.DayNumber - assured.DayNumber > askAfterDays) yield return new Finding("Check.NotConfirmed", "ConfirmGroup", Date: assured);
    }
}
