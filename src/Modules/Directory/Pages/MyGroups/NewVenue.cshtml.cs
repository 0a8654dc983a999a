using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>A place that is not in the list yet; the group meets there from now on.</summary>
internal sealed class NewVenueModel(SectionTools tools, VenueChoice choice, IStringLocalizer<PrivacyText> privacy) : SectionModel(tools)
{
    private const string Private = "private";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Town { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? Transport { get; set; }

    /// <summary>Holds <c>private</c> when the address is never to be shown.</summary>
    [BindProperty]
    public string[] Privacy { get; set; } = [];

    public IReadOnlyList<SelectListItem> PrivacyChoices => [new(privacy["Venue.Private"], Private)];

    public override string Heading => Texts["Venue.Heading"];

    protected override void Fill()
    {
    }

    protected override async Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var (name, address, town) = (TypedText.Clean(Name), TypedText.Clean(Address), TypedText.Clean(Town));
        var postcode = Domain.Postcode.Parse(Postcode);
        if (name is null) Error(nameof(Name), "Venue.NameMissing");
        if (address is null) Error(nameof(Address), "Venue.AddressMissing");
        if (postcode?.Incode is null) Error(nameof(Postcode), string.IsNullOrWhiteSpace(Postcode) ? "Venue.PostcodeMissing" : "Venue.PostcodeUnclear");
        if (name is null || address is null || postcode?.Incode is null) return null;

        var draft = new VenueDraft(Listing.Culture, name, address, town, postcode, TypedText.Clean(Transport), Privacy.Contains(Private, StringComparer.Ordinal));
        var id = await choice.PutAsync(draft, cancellationToken);
        return new SectionChange
        {
            Facts = facts => MeetingPlace.In(facts, [.. facts.Attendance.Append(AttendanceWays.InPerson).Distinct(StringComparer.Ordinal)], id),
        };
    }
}
