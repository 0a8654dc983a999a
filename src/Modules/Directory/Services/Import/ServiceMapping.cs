using Portal.Directory.Contracts;
using Portal.Directory.Domain;

namespace Portal.Directory.Services;

/// <summary>Says a listing in the words of Open Referral, and the other way round. What a feed does not speak of stays as it is.</summary>
internal static class ServiceMapping
{
    private const string Active = "active";
    private const string Closed = "temporarily closed";
    private const string Weekly = "WEEKLY";
    private const string Monthly = "MONTHLY";
    private const string Once = "ONCE";

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
        Schedules = [.. service.Schedules.Select(Checked)],
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
        Freq = schedule.Frequency switch { Frequency.Monthly => Monthly, Frequency.Once => Once, _ => Weekly },
        Interval = schedule.Interval,
        ByDay = schedule.ByDay,
        ByMonthDay = schedule.ByMonthDay.Count == 0 ? null : schedule.ByMonthDay,
        OpensAt = schedule.Start,
        ClosesAt = schedule.End,
        ValidFrom = schedule.StartDate,
        ValidTo = schedule.EndDate,
        TermTimeOnly = schedule.TermTimeOnly,
        NotOnBankHolidays = schedule.NotOnBankHolidays,
        Changes = schedule.Changes.Count == 0 ? null : [.. schedule.Changes.Select(change => new DateChangeFacts(change.Off, change.On, change.Start, change.End, change.Reason))],
    };

    public static Schedule Read(ScheduleFacts schedule) => new()
    {
        Frequency = schedule.Freq switch { Monthly => Frequency.Monthly, Once => Frequency.Once, _ => Frequency.Weekly },
        Interval = schedule.Interval,
        ByDay = schedule.ByDay,
        ByMonthDay = schedule.ByMonthDay ?? [],
        Start = schedule.OpensAt,
        End = schedule.ClosesAt,
        StartDate = schedule.ValidFrom,
        EndDate = schedule.ValidTo,
        TermTimeOnly = schedule.TermTimeOnly,
        NotOnBankHolidays = schedule.NotOnBankHolidays,
        Changes = [.. (schedule.Changes ?? []).Select(change => new DateChange { Off = change.Off, On = change.On, Start = change.Start, End = change.End, Reason = change.Reason })],
    };

    private static Schedule Checked(ScheduleFacts facts)
    {
        var schedule = Read(facts);
        return schedule.Problem() is { } problem ? throw new ArgumentException(problem, nameof(facts)) : schedule;
    }
}
