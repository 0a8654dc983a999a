using Portal.Learning.Contracts;
using Portal.Programmes.Contracts;
using Portal.Programmes.Domain;

namespace Portal.Programmes.Services;

/// <summary>All programmes the public sees, as of one version of the content, in every language; without the bodies.</summary>
internal sealed class Catalogue(IReadOnlyList<ProgrammeEntry> programmes)
{
    private readonly Dictionary<string, ProgrammeEntry> byId = programmes.ToDictionary(programme => programme.Id, StringComparer.Ordinal);

    /// <summary>The programmes, in order.</summary>
    public IReadOnlyList<ProgrammeEntry> Programmes { get; } = programmes;

    /// <summary>The programme with that address, or null.</summary>
    public ProgrammeEntry? FindBySlug(string slug) => Programmes.FirstOrDefault(programme => programme.Slug == slug);

    /// <summary>The programmes of those ids; those the public does not see are left out.</summary>
    public IEnumerable<ProgrammeEntry> Find(IEnumerable<string> ids) => ids.Select(id => byId.GetValueOrDefault(id)).OfType<ProgrammeEntry>();
}

/// <summary>A programme in the catalogue.</summary>
internal sealed record ProgrammeEntry(
    string Id, string Slug, string SourceLanguage, ProgrammeKind Kind, int Minutes, int Sessions,
    IReadOnlyList<string> Needs, IReadOnlyList<string> Articles, IReadOnlyList<string> Listings, IReadOnlyList<ProgrammeEntryText> Texts)
{
    /// <summary>The text a reader with that chain of languages sees.</summary>
    public ProgrammeEntryText TextFor(IReadOnlyList<string> fallbackChain) => Texts.For(fallbackChain, text => text.Language)!;

    /// <summary>The programme as a reader with that chain of languages sees it on a card.</summary>
    public ProgrammeCard Card(IReadOnlyList<string> fallbackChain, ProgrammeWords words)
    {
        var text = TextFor(fallbackChain);
        return new ProgrammeCard(Id, Slug, text.Language, text.Title, text.Gist, words.Length(Minutes, Sessions));
    }

    /// <summary>What a reader is told of a text.</summary>
    public TextNotes NotesFor(ProgrammeEntryText text)
    {
        var source = Texts.FirstOrDefault(other => other.Language == SourceLanguage);
        var isOutOfDate = text.SourceVersion is not null && source is not null && text != source && text.SourceVersion != source.VersionId;
        return new TextNotes(text.Language, text.Review == TranslatedText.Machine, isOutOfDate, SourceLanguage);
    }
}

/// <summary>A programme in the catalogue in one language.</summary>
/// <param name="Gist">As plain text.</param>
internal sealed record ProgrammeEntryText(string Language, string VersionId, string Title, string Gist, string? SourceVersion, string? Review);
