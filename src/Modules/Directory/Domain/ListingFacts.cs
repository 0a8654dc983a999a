using System.Text.Json.Serialization;

namespace Portal.Directory.Domain;

internal enum Cost
{
    Free,
    Donation,
    Paid,
}

/// <summary>Whether there is room for a new person.</summary>
internal enum Places
{
    Open,
    WaitingList,
    Full,
    Paused,
}

/// <summary>Ways to take part.</summary>
internal static class AttendanceWays
{
    public const string InPerson = "in-person";
    public const string Online = "online";
    public const string Phone = "phone";

    public static IReadOnlyList<string> All { get; } = [InPerson, Online, Phone];
}

/// <summary>Everything about a listing that is not text.</summary>
internal sealed record ListingFacts
{
    public bool Published { get; init; } = true;

    public string? OrganisationId { get; init; }

    /// <summary>Null for a group that meets online, by phone, or in changing places.</summary>
    public string? VenueId { get; init; }

    /// <summary>Some of <see cref="AttendanceWays"/>.</summary>
    public IReadOnlyList<string> Attendance { get; init; } = [];

    public IReadOnlyList<string> ActivityIds { get; init; } = [];

    public IReadOnlyList<string> NeedIds { get; init; } = [];

    /// <summary>Accessibility terms of the group itself; those of its venue are added to them.</summary>
    public IReadOnlyList<string> AccessIds { get; init; } = [];

    public IReadOnlyList<string> AudienceIds { get; init; } = [];

    /// <summary>BCP 47 codes of the languages spoken there.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Youngest age in years at which one may come; null when any.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>Oldest age in years at which one may come; null when any.</summary>
    public int? MaximumAge { get; init; }

    public Cost Cost { get; init; }

    /// <summary>Price of one visit in pence; only where <see cref="Cost"/> is <see cref="Cost.Paid"/>.</summary>
    public int? CostPence { get; init; }

    public Places Places { get; init; }

    /// <summary>First day on which there may be room again, as the group told a link worker; null when it did not. Once it has come, it says nothing any more.</summary>
    public DateOnly? FullUntil { get; init; }

    public IReadOnlyList<Schedule> Schedules { get; init; } = [];

    /// <summary>First name of whom to ask for.</summary>
    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    /// <summary>Mobile number that takes text messages.</summary>
    public string? ContactText { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactWebsite { get; init; }

    /// <summary>True when name, phone numbers and e-mail address of the contact are for the team only: the public never sees them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ContactPrivate { get; init; }

    /// <summary>Id of the photo on its page; what it shows is said in <see cref="ListingWords.PhotoAlt"/>.</summary>
    public string? PhotoId { get; init; }

    /// <summary>First day after a seasonal break; null when none is planned. Once it has come, it says nothing any more.</summary>
    public DateOnly? BackOn { get; init; }

    /// <summary>When those who run the group said that it has stopped meeting. Such a page is not published.</summary>
    public DateOnly? StoppedOn { get; init; }

    /// <summary>The listing that the page of this one was joined with: its address leads there. Such a page is not published.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? MergedIntoId { get; init; }

    public DateOnly? AssuredOn { get; init; }

    public string? AssuredBy { get; init; }

    /// <summary>E-mail addresses of the volunteers who keep the page, in lower case and in order.</summary>
    public IReadOnlyList<string> Maintainers { get; init; } = [];

    /// <summary>The same without what the public may not see.</summary>
    public ListingFacts ForThePublic()
        => ContactPrivate ? this with { ContactName = null, ContactPhone = null, ContactText = null, ContactEmail = null } : this;
}

/// <summary>A listing as it was at one moment, for history and undo.</summary>
/// <param name="Translations">How each translation stood to its source, by language.</param>
internal sealed record ListingSnapshot(
    string Slug, ListingFacts Facts, IReadOnlyDictionary<string, ListingWords> Texts, IReadOnlyDictionary<string, TranslationState>? Translations = null)
{
    /// <summary>This state with what the page said at another time. Who keeps it, whether it is shown and when it was confirmed stays: time does not turn back for people.</summary>
    public ListingSnapshot WithContentOf(ListingSnapshot then) => then with
    {
        Slug = Slug,
        Facts = then.Facts with
        {
            Published = Facts.Published,
            StoppedOn = Facts.StoppedOn,
            MergedIntoId = Facts.MergedIntoId,
            OrganisationId = Facts.OrganisationId,
            Maintainers = Facts.Maintainers,
            AssuredOn = Facts.AssuredOn,
            AssuredBy = Facts.AssuredBy,
        },
    };

    /// <summary>How the translation into a language stood to its source.</summary>
    public TranslationState StateOf(string culture) => Translations?.GetValueOrDefault(culture) ?? new TranslationState(IsUpToDate: true, ContentTexts.Reviewed);
}

/// <summary>How a translation stands to its source.</summary>
/// <param name="IsUpToDate">False when the source has changed since.</param>
/// <param name="Review">See <see cref="ContentText.Review"/>.</param>
internal sealed record TranslationState(bool IsUpToDate, string? Review);
