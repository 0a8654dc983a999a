namespace Portal.Signposting.Domain.Matching;

/// <summary>How far a person can go.</summary>
internal enum Travel
{
    /// <summary>Nobody has asked.</summary>
    Unknown,

    /// <summary>On foot.</summary>
    Walk,

    /// <summary>By bus.</summary>
    Bus,

    /// <summary>Somebody drives them.</summary>
    Lift,

    /// <summary>Not at all: online or by phone.</summary>
    Home,
}

/// <summary>What it may cost.</summary>
internal enum Purse
{
    /// <summary>Nobody has asked, or it does not matter.</summary>
    Any,

    /// <summary>A little: see <see cref="Directory.Contracts.ListingFacets.SmallPricePence"/>.</summary>
    Little,

    /// <summary>Nothing.</summary>
    FreeOnly,
}

/// <summary>How far somebody is ready to join a group.</summary>
internal enum Readiness
{
    /// <summary>Nobody has asked, or any group will do.</summary>
    Any,

    /// <summary>First with one person.</summary>
    OneToOne,

    /// <summary>A small group.</summary>
    SmallGroup,
}

/// <summary>What would suit a person. Kept sealed, as one JSON text. Whatever is empty does not matter, or nobody has asked.</summary>
internal sealed record Wishes
{
    /// <summary>Characters of a place or of a wish of faith.</summary>
    public const int LongestText = 120;

    /// <summary>Values of one list that are read; a rule asks about so many in all.</summary>
    public const int MostValues = 12;

    /// <summary>Parts of a day, as the index names them.</summary>
    public static IReadOnlyList<string> PartsOfDay { get; } = ["morning", "afternoon", "evening"];

    /// <summary>Days of the week, as the index names them.</summary>
    public static IReadOnlyList<string> WeekDays { get; } = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Paths of the needs that a group should answer.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Paths of the kinds of activity the person would like.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Postcode or town, as typed.</summary>
    public string? Place { get; init; }

    public Travel Reach { get; init; }

    /// <summary>Some of <see cref="WeekDays"/> on which the person can come.</summary>
    public IReadOnlyList<string> Days { get; init; } = [];

    /// <summary>Some of <see cref="PartsOfDay"/>.</summary>
    public IReadOnlyList<string> Times { get; init; } = [];

    /// <summary>BCP 47 codes of the languages the person speaks.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Paths of the accessibility terms the person needs.</summary>
    public IReadOnlyList<string> Access { get; init; } = [];

    public Purse Purse { get; init; }

    /// <summary>Paths of the audiences the person belongs to and would like to be with.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>True when only groups for these will do, such as for women only.</summary>
    public bool OnlyTheseAudiences { get; init; }

    /// <summary>What matters to the person for their faith, in their words. No page of a group says enough to go by, so the worker is reminded to ask.</summary>
    public string? Faith { get; init; }

    public Readiness Readiness { get; init; }

    /// <summary>The day on which it was recorded that nothing fits these wishes; null when it was not.</summary>
    public DateOnly? UnmetOn { get; init; }

    /// <summary>True when nothing has been said.</summary>
    public bool IsEmpty => Needs.Count + Activities.Count + Days.Count + Times.Count + Languages.Count + Access.Count + Audiences.Count == 0
        && Place is null && Faith is null && Reach == Travel.Unknown && Purse == Purse.Any && Readiness == Readiness.Any;
}
