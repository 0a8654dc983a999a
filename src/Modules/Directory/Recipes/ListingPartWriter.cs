using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>Turns a listing into the fields of a recipe; what is empty is left out.</summary>
internal static class ListingPartWriter
{
    public static ListingPart WriteWords(ListingWords words) => new()
    {
        Summary = words.Summary.AsText(),
        Description = words.Description.AsMarkdown(),
        FirstVisit = words.FirstVisit.AsMarkdown(),
        WhoFor = words.WhoFor.AsText(),
        CostNote = words.CostNote.AsText(),
        ScheduleNote = words.ScheduleNote.AsText(),
        PlacesNote = words.PlacesNote.AsText(),
        ContactRole = words.ContactRole.AsText(),
        PhotoAlt = words.PhotoAlt.AsText(),
    };

    public static ListingPart WriteFacts(ListingPart part, ListingFacts facts) => part with
    {
        Organisation = facts.OrganisationId.AsReference(),
        Venue = facts.VenueId.AsReference(),
        Attendance = facts.Attendance.AsList(),
        Activities = facts.ActivityIds.AsTerms(TaxonomyIds.Activity),
        Needs = facts.NeedIds.AsTerms(TaxonomyIds.Need),
        Accessibility = facts.AccessIds.AsTerms(TaxonomyIds.Access),
        Audience = facts.AudienceIds.AsTerms(TaxonomyIds.Audience),
        Languages = facts.Languages.AsList(),
        MinimumAge = facts.MinimumAge is { } youngest ? new NumericField(youngest) : null,
        MaximumAge = facts.MaximumAge is { } oldest ? new NumericField(oldest) : null,
        Cost = (facts.Cost switch { Cost.Free => "free", Cost.Donation => "donation", _ => "paid" }).AsText(),
        CostAmount = facts.CostPence is { } pence ? new NumericField(pence / 100m) : null,
        Places = (facts.Places switch { Places.Open => "open", Places.WaitingList => "waiting-list", Places.Full => "full", _ => "paused" }).AsText(),
        Schedules = facts.Schedules.Count == 0 ? null : new BagPart<ScheduleItem>([.. facts.Schedules.Select(ScheduleFields.Write)]),
        ContactName = facts.ContactName.AsText(),
        ContactPhone = facts.ContactPhone.AsText(),
        ContactText = facts.ContactText.AsText(),
        ContactEmail = facts.ContactEmail.AsText(),
        ContactWebsite = facts.ContactWebsite.AsText(),
        ContactPrivacy = facts.ContactPrivate ? "private".AsText() : null,
        Photo = facts.PhotoId.AsText(),
        BackDate = facts.BackOn is { } back ? new DateField(back) : null,
        FullUntilDate = facts.FullUntil is { } full ? new DateField(full) : null,
        StoppedDate = facts.StoppedOn is { } stopped ? new DateField(stopped) : null,
        MergedInto = facts.MergedIntoId.AsReference(),
        AssuredDate = facts.AssuredOn is { } assured ? new DateField(assured) : null,
        Maintainers = facts.Maintainers.AsList(),
    };
}
