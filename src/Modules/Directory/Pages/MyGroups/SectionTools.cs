using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>What every page of a section works with.</summary>
internal sealed class SectionTools(GroupAccess access, ListingEditor editor, ListingInWords words, IStringLocalizer<VolunteerText> texts)
{
    public IStringLocalizer<VolunteerText> Texts => texts;

    public Task<Listing?> FindAsync(string slug, CancellationToken cancellationToken) => access.FindAsync(slug, cancellationToken);

    /// <summary>What the change would alter.</summary>
    public async Task<IReadOnlyList<Difference>> PreviewAsync(Listing listing, SectionChange change, CancellationToken cancellationToken)
        => (await words.CompareAsync([(listing.Snapshot(), change.ApplyTo(listing))], cancellationToken))[0];

    public Task<EditOutcome> SaveAsync(Listing listing, int revision, SectionChange change, CancellationToken cancellationToken)
        => change.Culture is { } culture
            ? editor.ChangeWordsAsync(listing.Id, revision, culture, change.Words, change.IsRight, cancellationToken)
            : editor.ChangeAsync(listing.Id, revision, change.Facts, change.Words, cancellationToken);
}
