using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>A service as its source says it, before anything is made of it. All as written there.</summary>
internal sealed class Draft
{
    public int Line { get; init; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public string? Who { get; set; }

    public string? MinimumAge { get; set; }

    public string? MaximumAge { get; set; }

    /// <summary>When it meets, in words.</summary>
    public string? When { get; set; }

    /// <summary>A date on which it meets.</summary>
    public string? Starts { get; set; }

    /// <summary>Schedules that the source gives field by field.</summary>
    public List<ScheduleFacts> Schedules { get; } = [];

    /// <summary>More on when it meets.</summary>
    public string? ScheduleNote { get; set; }

    /// <summary>Where it meets, all in one.</summary>
    public string? Where { get; set; }

    public string? Venue { get; set; }

    public string? VenueId { get; set; }

    public string? Address { get; set; }

    public string? Town { get; set; }

    public string? Postcode { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    public string? Transport { get; set; }

    public string? Cost { get; set; }

    /// <summary>Name, phone and e-mail, all in one.</summary>
    public string? Contact { get; set; }

    public string? ContactName { get; set; }

    public string? ContactTitle { get; set; }

    public List<string> Phones { get; } = [];

    public string? TextPhone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public string? Organisation { get; set; }

    public string? OrganisationId { get; set; }

    public string? OrganisationText { get; set; }

    public string? OrganisationEmail { get; set; }

    public string? OrganisationPhone { get; set; }

    public string? OrganisationWebsite { get; set; }

    public List<string> Terms { get; } = [];

    public List<string> Languages { get; } = [];

    public List<string> Attending { get; } = [];

    public string? Status { get; set; }

    public string? Assured { get; set; }

    /// <summary>Faults found while it was taken apart.</summary>
    public List<Fault> Faults { get; } = [];

    public void Note(string field, string reason, params IReadOnlyList<string> values) => Faults.Add(new Fault(IsError: false, field, reason, values));
}
