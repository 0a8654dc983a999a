namespace Portal.Learning.Contracts;

/// <summary>What is said of a translated thing besides its texts; also what the audit trail keeps of it.</summary>
/// <param name="Order">Place among its kind; smaller first.</param>
/// <param name="IsPublished">True when the public sees it.</param>
public abstract record ThingDetails(int Order, bool IsPublished);

/// <summary>Something written in one language and translated into others: an article, a collection, a programme.</summary>
public abstract class TranslatedThing(string id, string slug, string sourceLanguage)
{
    /// <summary>Id over all languages.</summary>
    public string Id { get; private set; } = id;

    /// <summary>Last part of its address, the same in every language; never changed, so that links last.</summary>
    public string Slug { get; private set; } = slug;

    /// <summary>Language it was first written in; the others are translations.</summary>
    public string SourceLanguage { get; private set; } = sourceLanguage;

    /// <summary>Place among its kind; smaller first.</summary>
    public int Order { get; protected set; }

    /// <summary>True when the public sees it.</summary>
    public bool IsPublished { get; protected set; }

    /// <summary>True once there is enough written for the public.</summary>
    public abstract bool CanBePublished { get; }

    /// <summary>Its text in every language.</summary>
    public abstract IReadOnlyList<TranslatedText> AllTexts();

    /// <summary>The text in a language, or null.</summary>
    public TranslatedText? TextIn(string language) => AllTexts().FirstOrDefault(text => text.Language == language);

    /// <summary>The text it was first written as; null before anything is written.</summary>
    public TranslatedText? SourceText() => TextIn(SourceLanguage);
}

/// <summary>A translated thing with texts and details of its own kind.</summary>
/// <typeparam name="TText">Its text in one language.</typeparam>
/// <typeparam name="TDetails">All but its texts.</typeparam>
public abstract class TranslatedThing<TText, TDetails>(string id, string slug, string sourceLanguage) : TranslatedThing(id, slug, sourceLanguage)
    where TText : TranslatedText
    where TDetails : ThingDetails
{
    private readonly List<TText> texts = [];

    /// <summary>Its languages.</summary>
    public IReadOnlyList<TText> Texts => texts;

    /// <summary>The text it was first written as; null before anything is written.</summary>
    public TText? Source => In(SourceLanguage);

    /// <summary>All but its texts.</summary>
    public abstract TDetails Details { get; }

    /// <inheritdoc/>
    public override bool CanBePublished => Source is { Gist.Length: > 0, Body.Length: > 0 };

    /// <inheritdoc/>
    public override IReadOnlyList<TranslatedText> AllTexts() => texts;

    /// <summary>The text in a language, or null.</summary>
    public TText? In(string language) => texts.Find(text => text.Language == language);

    /// <summary>Sets all but its texts.</summary>
    public abstract void Arrange(TDetails details);

    /// <summary>Writes it in a language.</summary>
    /// <param name="contentItemId">Id of the content item, used when the language is new.</param>
    public TText Write(string language, string contentItemId, string versionId, WrittenText text)
    {
        var written = In(language);
        if (written is null) texts.Add(written = NewText(language, contentItemId));
        written.Write(versionId, text);
        return written;
    }

    /// <summary>An empty text in a language.</summary>
    protected abstract TText NewText(string language, string contentItemId);
}
