namespace Portal.Programmes.Contracts;

/// <summary>Education modules and courses as other modules see them.</summary>
public interface IProgrammes
{
    /// <summary>Programmes of those ids in the reader's language; unpublished ones are left out. One query.</summary>
    Task<IReadOnlyDictionary<string, ProgrammeCard>> CardsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}

/// <summary>A programme on a card or in a plan.</summary>
/// <param name="TextLanguage">Language that title and gist are in.</param>
/// <param name="LengthInWords">"2 hours", "8 sessions of 3 hours".</param>
public sealed record ProgrammeCard(string Id, string Slug, string TextLanguage, string Title, string Gist, string LengthInWords);
