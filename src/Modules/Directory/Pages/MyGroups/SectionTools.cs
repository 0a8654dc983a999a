using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>What every page of a section works with.</summary>
internal sealed class SectionTools(
    PendingGroups groups, Trust trust, Suggestions suggestions, ReportBox reports, ListingEditor editor, ListingInWords words, IStringLocalizer<VolunteerText> texts, IStringLocalizer<ModerationText> moderation)
{
    private bool isOpen;

    public IStringLocalizer<VolunteerText> Texts => texts;

    /// <summary>What is said of a change that waits for a moderator.</summary>
    public string HeldNotice => moderation["Held.Notice"];

    /// <summary>The group as whoever keeps it sees it: with what they have suggested before.</summary>
    public async Task<Listing?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(slug, cancellationToken) is not { } found) return null;
        isOpen = found.Open is not null;
        return found.Shown;
    }

    public Task<bool> MayPublishAsync(CancellationToken cancellationToken) => trust.MayPublishAsync(cancellationToken);

    /// <summary>Asks the moderators for a change of something that belongs to more than this group.</summary>
    public async Task<EditOutcome> AskAsync(Listing listing, IReadOnlyList<Difference> wanted, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0) return new EditOutcome(EditResult.Unchanged, listing);
        await reports.KeepAsync(listing.Id, moderation["Ask.Place", string.Join("; ", wanted.Select(difference => $"{difference.Label}: {difference.After}"))], cancellationToken);
        return new EditOutcome(EditResult.Held, listing);
    }

    /// <summary>What the change would alter.</summary>
    public async Task<IReadOnlyList<Difference>> PreviewAsync(Listing listing, SectionChange change, CancellationToken cancellationToken)
        => (await words.CompareAsync([(listing.Snapshot(), change.ApplyTo(listing))], cancellationToken))[0];

    /// <summary>Saves for everybody to see; or, from somebody who is not trusted yet, for a moderator.</summary>
    public async Task<EditOutcome> SaveAsync(Listing listing, int revision, SectionChange change, CancellationToken cancellationToken)
    {
        if (isOpen || !await trust.MayPublishAsync(cancellationToken)) return await suggestions.HoldAsync(listing.Id, revision, now => change.ApplyTo(now, listing.Culture), cancellationToken);
        return change.Culture is { } culture
            ? await editor.ChangeWordsAsync(listing.Id, revision, culture, change.Words, change.IsRight, cancellationToken)
            : await editor.ChangeAsync(listing.Id, revision, change.Facts, change.Words, cancellationToken);
    }
}
