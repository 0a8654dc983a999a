using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>How often the page of a group was looked at, or a way to reach it opened, in a week. Never who.</summary>
internal sealed class VisitCount : IBehindTheScenes
{
    /// <summary>The Monday that begins the week (ISO 8601).</summary>
    public required DateOnly Week { get; init; }

    public required string ListingId { get; init; }

    /// <summary><c>view</c>, or a way: <c>phone</c>, <c>text</c>, <c>email</c>, <c>web</c>, <c>calendar</c>.</summary>
    public required string Kind { get; init; }

    public required int Count { get; set; }

    /// <summary>The Monday of the week a day is in.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>Words that found nothing on a day.</summary>
internal sealed class VainSearch : IBehindTheScenes
{
    /// <summary>On fewer days than these nobody is shown the words: people may type private things.</summary>
    public const int FewestDays = 3;

    /// <summary>So many days they are kept.</summary>
    public const int KeptDays = 91;

    public required DateOnly Day { get; init; }

    /// <summary>In small letters, with single spaces.</summary>
    public required string Words { get; init; }

    public required int Count { get; set; }
}

/// <summary>How often somebody looked in vain for a kind of activity in an area, in a week.</summary>
internal sealed class UnmetNeed : IBehindTheScenes
{
    /// <summary>Stands for any kind, or anywhere.</summary>
    public const string Any = "-";

    /// <summary>Stands before the path of a need, where it is no kind of activity.</summary>
    public const string NeedPrefix = "need:";

    /// <summary>The Monday that begins the week.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>Path of the kind of activity, or of a need with <see cref="NeedPrefix"/>; <see cref="Any"/> where none was chosen.</summary>
    public required string Category { get; init; }

    /// <summary>Outcode, or name of a town; <see cref="Any"/> where none was given.</summary>
    public required string Area { get; init; }

    public required int Count { get; set; }
}
