namespace Portal.Directory.Domain;

/// <summary>A group or activity that people can go to, with a page of its own.</summary>
internal sealed class Listing : IPublicRecord
{
    public required string Id { get; init; }

    /// <inheritdoc/>
    public Guid PublicId { get; set; }

    /// <summary>Id by which the open data names this listing at its venue.</summary>
    public Guid PublicPlaceId { get; set; }

    /// <summary>When it came into the directory: the order of the open data, in which what is new comes last.</summary>
    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When it, its venue, its organisation or one of its terms last changed.</summary>
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Last part of its address; unique, the same in every language.</summary>
    public required string Slug { get; set; }

    /// <summary>Language it was first written in: the source of the translations.</summary>
    public required string Culture { get; init; }

    /// <summary>Counts the changes. A form carries the number it was filled from, so that nobody overwrites what they have not seen.</summary>
    public int Revision { get; private set; }

    public bool Published { get; private set; }

    public string? OrganisationId { get; private set; }

    public string? VenueId { get; private set; }

    public IReadOnlyList<string> Attendance { get; private set; } = [];

    public IReadOnlyList<string> ActivityIds { get; private set; } = [];

    public IReadOnlyList<string> NeedIds { get; private set; } = [];

    public IReadOnlyList<string> AccessIds { get; private set; } = [];

    public IReadOnlyList<string> AudienceIds { get; private set; } = [];

    public IReadOnlyList<string> Languages { get; private set; } = [];

    public int? MinimumAge { get; private set; }

    public int? MaximumAge { get; private set; }

    public Cost Cost { get; private set; }

    public int? CostPence { get; private set; }

    public Places Places { get; private set; }

    /// <summary>See <see cref="ListingFacts.FullUntil"/>.</summary>
    public DateOnly? FullUntil { get; private set; }

    public IReadOnlyList<Schedule> Schedules { get; private set; } = [];

    public string? ContactName { get; private set; }

    public string? ContactPhone { get; private set; }

    public string? ContactText { get; private set; }

    public string? ContactEmail { get; private set; }

    public string? ContactWebsite { get; private set; }

    public bool ContactPrivate { get; private set; }
    /// <summary>See <see cref="ListingFacts.PhotoId"/>.</summary>
    public string? PhotoId { get; private set; }

    /// <summary>See <see cref="ListingFacts.BackOn"/>.</summary>
    public DateOnly? BackOn { get; private set; }

    /// <summary>See <see cref="ListingFacts.StoppedOn"/>.</summary>
    public DateOnly? StoppedOn { get; private set; }

    /// <summary>See <see cref="ListingFacts.MergedIntoId"/>.</summary>
    public string? MergedIntoId { get; private set; }

    /// <summary>When somebody who runs the group last said that all of it is right.</summary>
    public DateOnly? AssuredOn { get; private set; }

    /// <summary>Name of who said so; null when it came with a recipe.</summary>
    public string? AssuredBy { get; private set; }

    public List<ListingText> Texts { get; } = [];

    /// <summary>The volunteers who keep the page.</summary>
    public List<ListingMaintainer> Maintainers { get; } = [];

    /// <summary>The text the translations are made from.</summary>
    public ListingText Source => Texts.In(Culture) ?? Texts[0];

    /// <summary>Everything about the listing that is not text, to be changed with <c>with</c>.</summary>
    public ListingFacts Facts => new()
    {
        Published = Published,
        OrganisationId = OrganisationId,
        VenueId = VenueId,
        Attendance = Attendance,
        ActivityIds = ActivityIds,
        NeedIds = NeedIds,
        AccessIds = AccessIds,
        AudienceIds = AudienceIds,
        Languages = Languages,
        MinimumAge = MinimumAge,
        MaximumAge = MaximumAge,
        Cost = Cost,
        CostPence = CostPence,
        Places = Places,
        FullUntil = FullUntil,
        Schedules = Schedules,
        ContactName = ContactName,
        ContactPhone = ContactPhone,
        ContactText = ContactText,
        ContactEmail = ContactEmail,
        ContactWebsite = ContactWebsite,
        ContactPrivate = ContactPrivate,
        PhotoId = PhotoId,
        BackOn = BackOn,
        StoppedOn = StoppedOn,
        MergedIntoId = MergedIntoId,
        AssuredOn = AssuredOn,
        AssuredBy = AssuredBy,
        Maintainers = [.. Maintainers.Select(maintainer => maintainer.Email).Order(StringComparer.Ordinal)],
    };

    /// <summary>The whole content, as the audit trail keeps it.</summary>
    public ListingSnapshot Snapshot()
    {
        var texts = Texts.OrderBy(text => text.Culture, StringComparer.Ordinal).ToList();
        return new ListingSnapshot(
            Slug, Facts,
            texts.ToDictionary(text => text.Culture, text => text.Words, StringComparer.Ordinal),
            texts.Where(text => text != Source).ToDictionary(text => text.Culture, StateOf, StringComparer.Ordinal));
    }

    /// <summary>How a translation stands to the source.</summary>
    public TranslationState StateOf(ListingText text) => new(text.SourceVersion == Source.VersionId, text.Review);

    /// <summary>Sets all facts without a new version, as an import does.</summary>
    public void Put(ListingFacts facts)
    {
        Published = facts.Published;
        OrganisationId = facts.OrganisationId;
        VenueId = facts.VenueId;
        Attendance = facts.Attendance;
        ActivityIds = facts.ActivityIds;
        NeedIds = facts.NeedIds;
        AccessIds = facts.AccessIds;
        AudienceIds = facts.AudienceIds;
        Languages = facts.Languages;
        MinimumAge = facts.MinimumAge;
        MaximumAge = facts.MaximumAge;
        Cost = facts.Cost;
        CostPence = facts.Cost == Cost.Paid ? facts.CostPence : null;
        Places = facts.Places;
        FullUntil = facts.FullUntil;
        if (!Schedules.SequenceEqual(facts.Schedules)) Schedules = facts.Schedules;
        ContactName = facts.ContactName;
        ContactPhone = facts.ContactPhone;
        ContactText = facts.ContactText;
        ContactEmail = facts.ContactEmail;
        ContactWebsite = facts.ContactWebsite;
        ContactPrivate = facts.ContactPrivate;
        PhotoId = facts.PhotoId;
        BackOn = facts.BackOn;
        StoppedOn = facts.Published ? null : facts.StoppedOn;
        MergedIntoId = facts.Published ? null : facts.MergedIntoId;
        AssuredOn = facts.AssuredOn;
        AssuredBy = facts.AssuredBy;
        Maintainers.RemoveAll(maintainer => !facts.Maintainers.Contains(maintainer.Email, StringComparer.Ordinal));
        foreach (var email in facts.Maintainers.Where(email => !Maintainers.Exists(known => known.Email == email)))
            Maintainers.Add(new ListingMaintainer { ListingId = Id, Email = email });
    }

    /// <summary>Sets all facts and gives the texts new versions. Translations that were up to date stay so: no text has changed.</summary>
    public void Change(ListingFacts facts, string newVersion)
    {
        Put(facts);
        var before = Source.VersionId;
        Source.VersionId = newVersion;
        foreach (var text in Texts.Where(text => text != Source && text.SourceVersion == before))
        {
            text.SourceVersion = newVersion;
            text.VersionId = $"{newVersion}-{text.Culture}"[..Math.Min(30, newVersion.Length + text.Culture.Length + 1)];
        }
    }

    /// <summary>
    /// Writes the texts of one language. Those of the source leave its translations out of date. A translation stays as far
    /// behind its source as it was, and as little checked, unless somebody who knows the language says that it is right.
    /// </summary>
    public void Write(string culture, ListingWords words, string newVersion, bool isRight)
    {
        var text = Texts.In(culture);
        if (text is null)
        {
            // A new language is a new content item; its id is made like any other. A person wrote it, from the source as it is.
            text = new ListingText { Id = newVersion, ListingId = Id, Culture = culture, SourceVersion = Source.VersionId };
            Texts.Add(text);
        }

        if (text.Words != words) (text.Words, text.VersionId) = (words, newVersion);
        if (culture != Culture && isRight) Bring(text, new TranslationState(IsUpToDate: true, ContentTexts.Reviewed));
    }

    /// <summary>Brings a text, and how it stands to the source, back to how they were. The source first, then its translations.</summary>
    public void Restore(string culture, ListingWords words, TranslationState state, string newVersion)
    {
        Write(culture, words, newVersion, isRight: false);
        if (culture != Culture) Bring(Texts.In(culture)!, state);
    }

    private void Bring(ListingText text, TranslationState state)
    {
        // A version that the source never had leaves the translation out of date.
        if (state.IsUpToDate) text.SourceVersion = Source.VersionId;
        else if (text.SourceVersion == Source.VersionId) text.SourceVersion = "";
        text.Review = state.Review;
    }

    /// <summary>Says that all of it is right.</summary>
    public void Assure(DateOnly today, string by)
    {
        AssuredOn = today;
        AssuredBy = by;
    }

    /// <summary>Counts one more change.</summary>
    public void CountChange() => Revision++;
}

/// <summary>A volunteer who keeps the page of a group.</summary>
internal sealed class ListingMaintainer
{
    public required string ListingId { get; init; }

    /// <summary>E-mail address in lower case.</summary>
    public required string Email { get; init; }
}
