using Portal.Directory.Contracts;
using Portal.Directory.Domain;

namespace Portal.Directory.Services;

/// <summary>Says a listing in the words of Open Referral, and the other way round. What a feed does not speak of stays as it is.</summary>
internal static class ServiceMapping
{
    private const string Active = "active";
    private const string Closed = "temporarily closed";

    public static ServiceFacts Write(Listing listing)
    {
        var (facts, words) = (listing.Facts, listing.Source.Words);
        return new ServiceFacts
        {
            Name = words.Title,
            Summary = words.Summary,
            Description = words.Description,
            Eligibility = words.WhoFor,
            MinimumAge = facts.MinimumAge,
            MaximumAge = facts.MaximumAge,
            OrganizationId = facts.OrganisationId,
            LocationId = facts.VenueId,
            Attending = facts.Attendance,
            Schedules = [.. facts.Schedules.Select(Write)],
            ScheduleNote = words.ScheduleNote,
            Cost = facts.Cost switch { Cost.Free => "free", Cost.Donation => "donation", _ => "paid" },
            CostPence = facts.CostPence,
            CostNote = words.CostNote,
            Status = facts.Places == Places.Paused ? Closed : Active,
            ContactName = facts.ContactName,
            ContactTitle = words.ContactRole,
            Phone = facts.ContactPhone,
            TextPhone = facts.ContactText,
            Email = facts.ContactEmail,
            Url = facts.ContactWebsite,
            Languages = facts.Languages,
            ActivityIds = facts.ActivityIds,
            NeedIds = facts.NeedIds,
            AccessIds = facts.AccessIds,
            AudienceIds = facts.AudienceIds,
            AssuredDate = facts.AssuredOn,
        };
    }

    public static ListingFacts Read(ServiceFacts service, ListingFacts present) => present with
    {
        MinimumAge = service.MinimumAge,
        MaximumAge = service.MaximumAge,
        OrganisationId = service.OrganizationId,
        VenueId = service.LocationId,
        Attendance = service.Attending,
        ActivityIds = service.ActivityIds,
        NeedIds = service.NeedIds,
        AccessIds = service.AccessIds,
        AudienceIds = service.AudienceIds,
        Languages = service.Languages,
        Cost = service.Cost switch { "free" => Cost.Free, "donation" => Cost.Donation, "paid" => Cost.Paid, _ => throw new ArgumentException($"Cost is '{service.Cost}'.", nameof(service)) },
        CostPence = service.CostPence,
        Places = service.Status == Closed ? Places.Paused : present.Places == Places.Paused ? Places.Open : present.Places,

        // What says the same is left as it is: schedules may hold more than feeds can say.
        Schedules = Same(service.Schedules, present.Schedules) ? present.Schedules : [.. service.Schedules.Select(Checked)],
        ContactName = service.ContactName,
        ContactPhone = service.Phone,
        ContactText = service.TextPhone,
        ContactEmail = service.Email,
        ContactWebsite = WebAddress.IsOne(service.Url) ? service.Url : null,
        AssuredOn = service.AssuredDate,
        AssuredBy = service.AssuredDate == present.AssuredOn ? present.AssuredBy : null,
    };

    public static ListingWords ReadWords(ServiceFacts service, ListingWords present) => present with
    {
        Title = service.Name,
        Summary = service.Summary,
        Description = service.Description,
        WhoFor = service.Eligibility,
        ScheduleNote = service.ScheduleNote,
        CostNote = service.CostNote,
        ContactRole = service.ContactTitle,
    };

    public static ScheduleFacts Write(Schedule schedule) => new()
    {
        Freq = schedule.Frequency == Frequency.Monthly ? "MONTHLY" : "WEEKLY",
        Interval = schedule.Interval,
        ByDay = schedule.ByDay,
        OpensAt = schedule.Start,
        ClosesAt = schedule.End,
        ValidFrom = schedule.StartDate,
        ValidTo = schedule.EndDate,
    };

    public static Schedule Read(ScheduleFacts schedule) => new()
    {
        Frequency = schedule.Freq == "MONTHLY" ? Frequency.Monthly : Frequency.Weekly,
        Interval = schedule.Interval,
        ByDay = schedule.ByDay,
        Start = schedule.OpensAt,
        End = schedule.ClosesAt,
        StartDate = schedule.ValidFrom,
        EndDate = schedule.ValidTo,
    };

    private static Schedule Checked(ScheduleFacts facts)
    {
        var schedule = Read(facts);
        return schedule.Problem() is { } problem ? throw new ArgumentException(problem, nameof(facts)) : schedule;
    }

    private static bool Same(IReadOnlyList<ScheduleFacts> a, IReadOnlyList<Schedule> b) => a.Count == b.Count && a.Select(Read).SequenceEqual(b.Select(schedule => Read(Write(schedule))));
}
