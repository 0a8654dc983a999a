namespace Portal.Directory.Domain;

/// <summary>A listing in one language.</summary>
internal sealed class ListingText : ContentText
{
    public required string ListingId { get; init; }

    /// <summary>One line of what it is, at most 140 characters.</summary>
    public string? Summary { get; set; }

    /// <summary>What happens, in Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>What to expect the first time, in Markdown.</summary>
    public string? FirstVisit { get; set; }

    public string? WhoFor { get; set; }

    public string? CostNote { get; set; }

    public string? ScheduleNote { get; set; }

    public string? PlacesNote { get; set; }

    /// <summary>What the person to ask for does in the group.</summary>
    public string? ContactRole { get; set; }

    /// <summary>What the photo shows, for those who do not see it.</summary>
    public string? PhotoAlt { get; set; }

    /// <summary>All of it, to be changed with <c>with</c>.</summary>
    public ListingWords Words
    {
        get => new()
        {
            Title = Title,
            Summary = Summary,
            Description = Description,
            FirstVisit = FirstVisit,
            WhoFor = WhoFor,
            CostNote = CostNote,
            ScheduleNote = ScheduleNote,
            PlacesNote = PlacesNote,
            ContactRole = ContactRole,
            PhotoAlt = PhotoAlt,
        };
        set => (Title, Summary, Description, FirstVisit, WhoFor, CostNote, ScheduleNote, PlacesNote, ContactRole, PhotoAlt)
            = (value.Title, value.Summary, value.Description, value.FirstVisit, value.WhoFor, value.CostNote, value.ScheduleNote, value.PlacesNote, value.ContactRole, value.PhotoAlt);
    }
}

/// <summary>What a listing says in one language.</summary>
internal sealed record ListingWords
{
    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public string? FirstVisit { get; init; }

    public string? WhoFor { get; init; }

    public string? CostNote { get; init; }

    public string? ScheduleNote { get; init; }

    public string? PlacesNote { get; init; }

    public string? ContactRole { get; init; }

    public string? PhotoAlt { get; init; }
}
