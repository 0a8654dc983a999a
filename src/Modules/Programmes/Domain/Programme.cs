using Portal.Learning.Contracts;

namespace Portal.Programmes.Domain;

/// <summary>Something people learn together in a room or online: one meeting, or several.</summary>
internal sealed class Programme(string id, string slug, string sourceLanguage)
{
    private readonly List<ProgrammeText> texts = [];

    /// <summary>Id over all languages.</summary>
    public string Id { get; private set; } = id;

    /// <summary>Last part of its address, the same in every language.</summary>
    public string Slug { get; private set; } = slug;

    /// <summary>Language it was first written in.</summary>
    public string SourceLanguage { get; private set; } = sourceLanguage;

    /// <summary>How people take part.</summary>
    public ProgrammeKind Kind { get; private set; }

    /// <summary>Length of one session in minutes.</summary>
    public int Minutes { get; private set; }

    /// <summary>How many sessions there are.</summary>
    public int Sessions { get; private set; } = 1;

    /// <summary>Place among the programmes; smaller first.</summary>
    public int Order { get; private set; }

    /// <summary>True when the public sees it.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Ids of the needs it speaks to.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    /// <summary>Ids of the articles to read before.</summary>
    public IReadOnlyList<string> Articles { get; private set; } = [];

    /// <summary>Ids of the groups that go well with it; where it names none, those that speak to the same needs.</summary>
    public IReadOnlyList<string> Listings { get; private set; } = [];

    /// <summary>Its languages.</summary>
    public IReadOnlyList<ProgrammeText> Texts => texts;

    /// <summary>The text in a language, or null.</summary>
    public ProgrammeText? In(string language) => texts.Find(text => text.Language == language);

    /// <summary>Sets all but its texts.</summary>
    public void Arrange(ProgrammeDetails details)
        => (Kind, Minutes, Sessions, Order, IsPublished, Needs, Articles, Listings) = details;

    /// <summary>Writes it in a language.</summary>
    public void Write(string language, string contentItemId, string versionId, WrittenText text)
    {
        var written = In(language);
        if (written is null)
        {
            written = new ProgrammeText { ProgrammeId = Id, Language = language, ContentItemId = contentItemId };
            texts.Add(written);
        }

        written.Write(versionId, text);
    }
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
    ProgrammeKind Kind, int Minutes, int Sessions, int Order, bool IsPublished, IReadOnlyList<string> Needs, IReadOnlyList<string> Articles, IReadOnlyList<string> Listings);
