namespace Portal.Directory.Domain;

/// <summary>One thing that speaks for, or against, two listings being one group.</summary>
/// <param name="Key">Names it: <c>name</c>, <c>contact</c>, <c>venue</c>, …</param>
/// <param name="Points">How much; below 0 where it speaks against.</param>
internal sealed record DuplicateReason(string Key, int Points);

/// <summary>
/// How likely two listings are one group, in points of 100: up to 40 for the name, 25 for the contact, 20 for the place, 15 for
/// the time. The weights are our own and are told in docs/duplicates.md: no single thing is enough, since one person may run
/// several groups, and one hall has many.
/// </summary>
internal static class DuplicateScore
{
    /// <summary>From here on somebody is asked to look.</summary>
    public const int Threshold = 60;

    /// <summary>A contact that more listings than this have is that of an office, and says little.</summary>
    public const int SharedByMany = 5;

    private const int Name = 40;
    private const int Contact = 25;
    private const int OfficeContact = 10;
    private const int SameVenue = 20;
    private const int SamePostcode = 15;
    private const int FarApart = -15;
    private const int SameTime = 15;
    private const int SameDay = 5;
    private const int OtherDays = -20;

    /// <summary>Venues farther apart than this are two places, in miles.</summary>
    private const double Far = 1;

    /// <summary>Likeness below which names say nothing: 0 to 1.</summary>
    private const double SomeLikeness = 0.35;

    private static readonly TimeSpan about = TimeSpan.FromMinutes(30);

    /// <summary>The points and what they are made of, most first.</summary>
    /// <param name="listingsWith">How many listings have a contact.</param>
    public static (int Points, IReadOnlyList<DuplicateReason> Reasons) Of(DuplicateProfile a, DuplicateProfile b, NameLikeness names, Func<string, int> listingsWith)
    {
        var likeness = names.Of(a, b);
        List<DuplicateReason?> reasons =
        [
            likeness < SomeLikeness ? null : new DuplicateReason(likeness > 0.99 ? "same-name" : "name", (int)Math.Round(likeness * Name)),
            OfContacts(a, b, listingsWith),
            OfPlaces(a, b),
            OfTimes(a.Schedules, b.Schedules),
        ];
        var found = reasons.OfType<DuplicateReason>().OrderByDescending(reason => reason.Points).ToList();
        return (Math.Max(0, found.Sum(reason => reason.Points)), found);
    }

    private static DuplicateReason? OfContacts(DuplicateProfile a, DuplicateProfile b, Func<string, int> listingsWith)
    {
        var shared = a.Contacts.Intersect(b.Contacts, StringComparer.Ordinal).ToList();
        if (shared.Count == 0) return null;
        return shared.Exists(contact => listingsWith(contact) <= SharedByMany) ? new DuplicateReason("contact", Contact) : new DuplicateReason("office", OfficeContact);
    }

    private static DuplicateReason? OfPlaces(DuplicateProfile a, DuplicateProfile b)
    {
        if (a.VenueId is null || b.VenueId is null) return null;
        if (a.VenueId == b.VenueId) return new DuplicateReason("venue", SameVenue);
        if (a.Postcode is not null && a.Postcode == b.Postcode) return new DuplicateReason("postcode", SamePostcode);
        return a.Point is { } here && b.Point is { } there && here.MilesTo(there) > Far ? new DuplicateReason("far", FarApart) : null;
    }

    private static DuplicateReason? OfTimes(IReadOnlyList<Schedule> a, IReadOnlyList<Schedule> b)
    {
        var (times, others) = (Times(a).ToList(), Times(b).ToList());
        if (times.Count == 0 || others.Count == 0) return null;
        var sameDay = times.SelectMany(time => others.Where(other => other.Day == time.Day).Select(other => (time.Start - other.Start).Duration())).ToList();
        if (sameDay.Count == 0) return new DuplicateReason("other-days", OtherDays);
        return sameDay.Exists(apart => apart <= about || apart >= TimeSpan.FromDays(1) - about) ? new DuplicateReason("time", SameTime) : new DuplicateReason("day", SameDay);
    }

    /// <summary>On which days of the week it meets, and when; the first Tuesday of the month is a Tuesday.</summary>
    private static IEnumerable<(string Day, TimeOnly Start)> Times(IReadOnlyList<Schedule> schedules)
        => schedules.SelectMany(schedule => schedule.Frequency == Frequency.Once
            ? schedule.StartDate is { } date ? [(Schedule.CodeOf(date.DayOfWeek), schedule.Start)] : []
            : schedule.ByDay.Select(day => (day[^2..], schedule.Start)));
}
