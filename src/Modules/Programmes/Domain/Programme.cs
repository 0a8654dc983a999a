using Portal.Learning.Contracts;

namespace Portal.Programmes.Domain;

/// <summary>Something people learn together in a room or online: one meeting, or several.</summary>
internal sealed class Programme(string id, string slug, string sourceLanguage) : TranslatedThing<ProgrammeText, ProgrammeDetails>(id, slug, sourceLanguage)
{
    /// <summary>Longest session in minutes.</summary>
    public const int LongestSession = 24 * 60;

    /// <summary>Most sessions a programme can have.</summary>
    public const int MostSessions = 200;

    /// <summary>How people take part.</summary>
    public ProgrammeKind Kind { get; private set; }

    /// <summary>Length of one session in minutes; 0 while nobody has said.</summary>
    public int Minutes { get; private set; }

    /// <summary>How many sessions there are.</summary>
    public int Sessions { get; private set; } = 1;

    /// <summary>Ids of the needs it speaks to.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    /// <summary>Ids of the articles to read before.</summary>
    public IReadOnlyList<string> Articles { get; private set; } = [];

    /// <summary>Ids of the groups that go well with it; where it names none, those that speak to the same needs.</summary>
    public IReadOnlyList<string> Listings { get; private set; } = [];

    /// <inheritdoc/>
    public override ProgrammeDetails Details => new(Kind, Minutes, Sessions, Order, IsPublished, Needs, Articles, Listings);

    /// <inheritdoc/>
    public override bool CanBePublished => base.CanBePublished && Minutes > 0;

    /// <inheritdoc/>
    public override void Arrange(ProgrammeDetails details)
        => (Kind, Minutes, Sessions, Order, IsPublished, Needs, Articles, Listings) = details;

    /// <inheritdoc/>
    protected override ProgrammeText NewText(string language, string contentItemId) => new() { ProgrammeId = Id, Language = language, ContentItemId = contentItemId };
}

/// <summary>A programme in one language.</summary>
internal sealed class ProgrammeText : TranslatedText
{
    /// <summary>Id of the programme.</summary>
    public required string ProgrammeId { get; init; }
}

/// <summary>How people take part.</summary>
internal enum ProgrammeKind
{
    /// <summary>A part that stands alone and is chosen by the person.</summary>
    Module,

    /// <summary>Several meetings of the same people.</summary>
    Course,
}

/// <summary>What is said of a programme besides its texts.</summary>
/// <param name="Minutes">Length of one session in minutes.</param>
internal sealed record ProgrammeDetails(
    ProgrammeKind Kind, int Minutes, int Sessions, int Order, bool IsPublished, IReadOnlyList<string> Needs, IReadOnlyList<string> Articles, IReadOnlyList<string> Listings)
    : ThingDetails(Order, IsPublished);
