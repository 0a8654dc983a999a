using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Where the group meets: a place from the list, no fixed place, online, by phone.</summary>
internal sealed class EditWhereModel(SectionTools tools, VenueChoice choice, IStringLocalizer<DirectoryText> shared) : SectionModel(tools)
{
    [BindProperty]
    public string[] Ways { get; set; } = [];

    [BindProperty]
    public string? VenueId { get; set; }

    public override string Heading => Texts["Where.Heading"];

    public IReadOnlyList<SelectListItem> AllWays => [.. AttendanceWays.All.Select(way => new SelectListItem(shared["How." + way], way))];

    public IReadOnlyList<SelectListItem> Venues { get; private set; } = [];

    protected override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        Venues = [new SelectListItem(Texts["Where.NoPlace"], ""), .. (await choice.AllAsync(Listing.VenueId, cancellationToken)).Select(venue => new SelectListItem(venue.Name, venue.Id))];
        return true;
    }

    protected override void Fill() => (Ways, VenueId) = (Listing.Attendance.Count == 0 ? [AttendanceWays.InPerson] : [.. Listing.Attendance], Listing.VenueId);

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var ways = AttendanceWays.All.Where(way => Ways.Contains(way, StringComparer.Ordinal)).ToList();
        if (ways.Count == 0) Error(nameof(Ways), "Where.WaysMissing");
        var venue = string.IsNullOrEmpty(VenueId) ? null : VenueId;
        if (venue is not null && !Venues.Any(choice => choice.Value == venue)) Error(nameof(VenueId), "Where.VenueUnknown");
        return Task.FromResult<SectionChange?>(new SectionChange { Facts = facts => MeetingPlace.In(facts, ways, venue) });
    }
}
