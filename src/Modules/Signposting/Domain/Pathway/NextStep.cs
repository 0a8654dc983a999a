namespace Portal.Signposting.Domain.Pathway;

/// <summary>What is to be done next for a person.</summary>
/// <param name="Kind">Of <see cref="Kinds"/>.</param>
/// <param name="WorkerId">User id of who does it; null while nobody looks after the person.</param>
/// <param name="Note">A line on it; empty for none.</param>
internal sealed record NextStep(string Kind, DateOnly On, string? WorkerId, string Note)
{
    public const string Contact = "contact";
    public const string FindWay = "find-way";
    public const string Meet = "meet";
    public const string Review = "review";
    public const int LongestNote = 300;

    /// <summary>How far ahead a step can be, in days.</summary>
    public const int Farthest = 730;

    /// <summary>What there is to do.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Contact, FindWay, Meet, "plan", "introduce", Review, "ask-team", "finish", "other"];
}

/// <summary>When something is to be done, seen from today: how the board is divided.</summary>
internal enum Due
{
    /// <summary>No next step is set.</summary>
    Missing,

    /// <summary>Its day has gone by.</summary>
    Late,

    Today,

    /// <summary>In the seven days after today.</summary>
    Week,

    Later,

    /// <summary>The person takes a break; it ends by itself.</summary>
    Paused,
}
