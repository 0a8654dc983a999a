using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>Turns the fields of a listing into facts and words, telling what does not fit.</summary>
internal sealed class ListingPartReader(References references, Action<string> error)
{
    public static ListingWords ReadWords(ListingPart part, string title) => new()
    {
        Title = title,
        Summary = Text(part.Summary),
        Description = Text(part.Description),
        FirstVisit = Text(part.FirstVisit),
        WhoFor = Text(part.WhoFor),
        CostNote = Text(part.CostNote),
        ScheduleNote = Text(part.ScheduleNote),
        PlacesNote = Text(part.PlacesNote),
        ContactRole = Text(part.ContactRole),
        PhotoAlt = Text(part.PhotoAlt),
    };

    public async Task<ListingFacts> ReadFactsAsync(ListingPart part, bool published, CancellationToken cancellationToken)
    {
        var cost = Code(part.Cost, "Cost", Cost.Free, ("free", Cost.Free), ("donation", Cost.Donation), ("paid", Cost.Paid));
        if (cost == Cost.Paid && part.CostAmount?.Value is not > 0) error("A listing with the Cost 'paid' needs a CostAmount in pounds.");
        if (cost != Cost.Paid && part.CostAmount?.Value is not null) error("CostAmount belongs to the Cost 'paid' only.");
        if (Text(part.ContactPhone) is null && Text(part.ContactText) is null && Text(part.ContactEmail) is null) error("A listing needs one of ContactPhone, ContactText and ContactEmail.");
        if (published && part.StoppedDate?.Value is not null) error("A listing with a StoppedDate cannot be published.");
        return new ListingFacts
        {
            Published = published,
            OrganisationId = await references.OneAsync<Organisation>("Organisation", part.Organisation, error, cancellationToken),
            VenueId = await references.OneAsync<Venue>("Venue", part.Venue, error, cancellationToken),
            Attendance = Attendance(part.Attendance?.Values ?? []),
            ActivityIds = await references.TermsAsync("Activities", TaxonomyIds.Activity, part.Activities, error, cancellationToken),
            NeedIds = await references.TermsAsync("Needs", TaxonomyIds.Need, part.Needs, error, cancellationToken),
            AccessIds = await references.TermsAsync("Accessibility", TaxonomyIds.Access, part.Accessibility, error, cancellationToken),
            AudienceIds = await references.TermsAsync("Audience", TaxonomyIds.Audience, part.Audience, error, cancellationToken),
            Languages = part.Languages?.Values ?? [],
            MinimumAge = Age(part.MinimumAge, "MinimumAge"),
            MaximumAge = Age(part.MaximumAge, "MaximumAge"),
            Cost = cost,
            CostPence = part.CostAmount?.Value is { } pounds ? (int)Math.Round(pounds * 100) : null,
            Places = Code(part.Places, "Places", Places.Open, ("open", Places.Open), ("waiting-list", Places.WaitingList), ("full", Places.Full), ("paused", Places.Paused)),
            Schedules = [.. (part.Schedules?.ContentItems ?? []).Select(item => ScheduleFields.Read(item, error)).OfType<Schedule>()],
            ContactName = Text(part.ContactName),
            ContactPhone = Text(part.ContactPhone),
            ContactText = Text(part.ContactText),
            ContactEmail = Text(part.ContactEmail),
            ContactWebsite = WebAddress.Read(part.ContactWebsite?.Text, "ContactWebsite", error),
            ContactPrivate = Code(part.ContactPrivacy, "ContactPrivacy", false, ("public", false), ("private", true)),
            PhotoId = await references.PhotoAsync("Photo", Text(part.Photo), error, cancellationToken),
            BackOn = part.BackDate?.Value,
            FullUntil = part.FullUntilDate?.Value,
            StoppedOn = part.StoppedDate?.Value,
            MergedIntoId = MergedInto(part.MergedInto, published),
            AssuredOn = part.AssuredDate?.Value,
            Maintainers = [.. (part.Maintainers?.Values ?? []).Select(email => email.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Not checked: the listing may come later in the same recipe, and an address that leads nowhere does no harm.</summary>
    private string? MergedInto(ContentPickerField? picked, bool published)
    {
        if (picked is null || picked.ContentItemIds.Count == 0) return null;
        if (published) error("A listing with a MergedInto cannot be published.");
        return picked.ContentItemIds[0];
    }

    private int? Age(NumericField? field, string name)
    {
        if (field?.Value is not { } age) return null;
        if (age is >= 0 and <= 120 && age == Math.Floor(age)) return (int)age;
        error($"{name} is a whole number of years from 0 to 120.");
        return null;
    }

    private static string? Text(TextField? field) => field?.Text is { Length: > 0 } text ? text : null;

    private static string? Text(MarkdownField? field) => field?.Markdown is { Length: > 0 } text ? text : null;

    private IReadOnlyList<string> Attendance(IReadOnlyList<string> ways)
    {
        foreach (var unknown in ways.Except(AttendanceWays.All)) error($"'{unknown}' is no way to take part. Attendance can be {string.Join(", ", AttendanceWays.All)}.");
        return ways;
    }

    private T Code<T>(TextField? field, string name, T otherwise, params (string Code, T Value)[] known)
    {
        if (field?.Text is not { Length: > 0 } text) return otherwise;
        foreach (var (code, value) in known)
        {
            if (code == text) return value;
        }

        error($"{name} is '{text}'. It can be {string.Join(", ", known.Select(pair => pair.Code))}.");
        return otherwise;
    }
}
