using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>A listing in a recipe.</summary>
internal sealed class ListingItem : ContentItem
{
    /// <summary>What is a listing's own.</summary>
    public ListingPart? ListingPart { get; init; }
}

/// <summary>The fields of a listing. A translation has only the texts: from <see cref="Summary"/> to <see cref="PhotoAlt"/>.</summary>
internal sealed record ListingPart
{
    public TextField? Summary { get; init; }

    public MarkdownField? Description { get; init; }

    public MarkdownField? FirstVisit { get; init; }

    public TextField? WhoFor { get; init; }

    public TextField? CostNote { get; init; }

    public TextField? ScheduleNote { get; init; }

    public TextField? PlacesNote { get; init; }

    public TextField? ContactRole { get; init; }

    /// <summary>What the photo shows.</summary>
    public TextField? PhotoAlt { get; init; }

    /// <summary>Id of a photo of the step <c>ListingPhotos</c>.</summary>
    public TextField? Photo { get; init; }

    public ContentPickerField? Organisation { get; init; }

    public ContentPickerField? Venue { get; init; }

    public MultiTextField? Attendance { get; init; }

    public TaxonomyField? Activities { get; init; }

    public TaxonomyField? Needs { get; init; }

    public TaxonomyField? Accessibility { get; init; }

    public TaxonomyField? Audience { get; init; }

    public MultiTextField? Languages { get; init; }

    /// <summary>Youngest age in years.</summary>
    public NumericField? MinimumAge { get; init; }

    /// <summary>Oldest age in years.</summary>
    public NumericField? MaximumAge { get; init; }

    public TextField? Cost { get; init; }

    /// <summary>Price of one visit in pounds.</summary>
    public NumericField? CostAmount { get; init; }

    public TextField? Places { get; init; }

    public BagPart<ScheduleItem>? Schedules { get; init; }

    public TextField? ContactName { get; init; }

    public TextField? ContactPhone { get; init; }

    public TextField? ContactText { get; init; }

    public TextField? ContactEmail { get; init; }

    public TextField? ContactWebsite { get; init; }

    /// <summary><c>public</c>, or <c>private</c> when the contact is for the team only.</summary>
    public TextField? ContactPrivacy { get; init; }

    /// <summary>First day after a seasonal break.</summary>
    public DateField? BackDate { get; init; }

    /// <summary>First day on which there may be room again, as the group told a link worker.</summary>
    public DateField? FullUntilDate { get; init; }

    /// <summary>When the group stopped meeting; only where it is not published.</summary>
    public DateField? StoppedDate { get; init; }

    /// <summary>The listing that this page was joined with; only where it is not published.</summary>
    public ContentPickerField? MergedInto { get; init; }

    public DateField? AssuredDate { get; init; }

    public MultiTextField? Maintainers { get; init; }

    /// <summary>True when it says more than texts, which a translation may not.</summary>
    public bool HasFacts()
        => this with { Summary = null, Description = null, FirstVisit = null, WhoFor = null, CostNote = null, ScheduleNote = null, PlacesNote = null, ContactRole = null, PhotoAlt = null } != new ListingPart();
}

/// <summary>One schedule of a listing.</summary>
internal sealed record ScheduleItem(string ContentType, SchedulePart SchedulePart);

/// <summary>The fields of a schedule; times as <c>10:30</c>.</summary>
internal sealed record SchedulePart
{
    /// <summary><c>WEEKLY</c>, <c>MONTHLY</c>, or <c>ONCE</c> on the start date.</summary>
    public TextField? Frequency { get; init; }

    public NumericField? Interval { get; init; }

    public MultiTextField? ByDay { get; init; }

    /// <summary>Days of the month: <c>15</c>, or <c>-1</c> for the last.</summary>
    public MultiTextField? ByMonthDay { get; init; }

    public TextField? StartTime { get; init; }

    public TextField? EndTime { get; init; }

    public DateField? StartDate { get; init; }

    public DateField? EndDate { get; init; }

    public BooleanField? TermTimeOnly { get; init; }

    public BooleanField? NotOnBankHolidays { get; init; }

    public BagPart<DateChangeItem>? Changes { get; init; }
}

/// <summary>One date on which it is otherwise.</summary>
internal sealed record DateChangeItem(string ContentType, DateChangePart DateChangePart);

/// <summary>The fields of a changed date: off without on for one that falls out, both for one that is moved, on alone for one more.</summary>
internal sealed record DateChangePart
{
    public DateField? Off { get; init; }

    public DateField? On { get; init; }

    public TextField? StartTime { get; init; }

    public TextField? EndTime { get; init; }

    public TextField? Reason { get; init; }
}
