using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Languages;
using Portal.Platform.Security;

namespace Portal.Directory.Services;

/// <summary>
/// Changes listings: each change with its audit entry, its place in the search index and what other modules do about it,
/// saved together or not at all.
/// </summary>
internal sealed class ListingEditor(
    PortalDbContext db, AuditLog audit, EventBus events, ListingIndexer indexer, CurrentActor actor, DateWords dates, TimeProvider clock)
{
    /// <summary>The listing to be changed, or null. Public ones and hidden ones.</summary>
    public async Task<Listing?> FindAsync(string slug, CancellationToken cancellationToken)
        => await db.Set<Listing>().Where(listing => listing.Slug == slug).Select(listing => listing.Id).SingleOrDefaultAsync(cancellationToken) is { } id
            ? await db.FindListingAsync(id, cancellationToken)
            : null;

    /// <summary>Changes facts: <c>facts =&gt; facts with { Cost = Cost.Free }</c>.</summary>
    /// <param name="revision">Revision the form was filled from.</param>
    public Task<EditOutcome> ChangeFactsAsync(string id, int revision, Func<ListingFacts, ListingFacts> change, CancellationToken cancellationToken)
        => ChangeAsync(id, revision, "listing.changed", listing => listing.Change(change(listing.Facts), Ids.New(clock)), null, cancellationToken);

    /// <summary>Changes what the listing says in one language; a language it had not is added.</summary>
    /// <param name="revision">Revision the form was filled from.</param>
    public Task<EditOutcome> ChangeWordsAsync(string id, int revision, string culture, Func<ListingWords, ListingWords> change, CancellationToken cancellationToken)
        => ChangeAsync(
            id, revision, "listing.changed",
            listing => listing.Write(culture, change(listing.Texts.In(culture)?.Words ?? new ListingWords { Title = listing.Source.Title }), Ids.New(clock)),
            null, cancellationToken);

    /// <summary>Several changes at once, as one entry of the history.</summary>
    public Task<EditOutcome> ChangeAsync(string id, int revision, Func<ListingFacts, ListingFacts> facts, string culture, Func<ListingWords, ListingWords> words, CancellationToken cancellationToken)
        => ChangeAsync(
            id, revision, "listing.changed",
            listing =>
            {
                var changed = facts(listing.Facts);
                if (!Same(changed, listing.Facts)) listing.Change(changed, Ids.New(clock));
                var before = listing.Texts.In(culture)?.Words ?? new ListingWords { Title = listing.Source.Title };
                if (words(before) is { } after && after != before) listing.Write(culture, after, Ids.New(clock));
            },
            null, cancellationToken);

    /// <summary>Says that all of it is still right, as of today. Not a new version: nothing has changed.</summary>
    public Task<EditOutcome> ConfirmAsync(string id, CancellationToken cancellationToken)
        => ChangeAsync(id, null, "listing.confirmed", listing => listing.Assure(dates.Today, actor.Name), null, cancellationToken);

    /// <summary>Brings the whole content back to how it was after an entry of its history; with <paramref name="undo"/>, to how it was before it.</summary>
    public async Task<EditOutcome> RestoreAsync(string id, long auditNumber, bool undo, string? why, CancellationToken cancellationToken)
    {
        var entry = await audit.Of("listing", id).Where(entry => entry.Number == auditNumber)
            .Select(entry => new { Json = undo ? entry.Before : entry.After }).SingleOrDefaultAsync(cancellationToken);
        if (entry?.Json is null) return new EditOutcome(EditResult.NotFound, null);
        var snapshot = JsonSerializer.Deserialize<ListingSnapshot>(entry.Json, PortalJson.Options)!;
        return await ChangeAsync(id, null, "listing.restored", listing => Restore(listing, snapshot), why, cancellationToken);
    }

    private void Restore(Listing listing, ListingSnapshot snapshot)
    {
        if (!Same(snapshot.Facts, listing.Facts)) listing.Change(snapshot.Facts, Ids.New(clock));

        // The source first: a translation is then of the source as it is now.
        foreach (var (culture, words) in snapshot.Texts.OrderBy(pair => pair.Key == listing.Culture ? 0 : 1))
        {
            if (listing.Texts.In(culture)?.Words != words) listing.Write(culture, words, Ids.New(clock));
        }

        foreach (var text in listing.Texts.Where(text => text.Culture != listing.Culture && !snapshot.Texts.ContainsKey(text.Culture)).ToList())
        {
            listing.Texts.Remove(text);
            db.Remove(text);
        }
    }

    private async Task<EditOutcome> ChangeAsync(string id, int? revision, string action, Action<Listing> change, string? why, CancellationToken cancellationToken)
    {
        var listing = await db.FindListingAsync(id, cancellationToken);
        if (listing is null) return new EditOutcome(EditResult.NotFound, null);
        if (revision is not null && revision != listing.Revision) return new EditOutcome(EditResult.Stale, listing);

        var before = listing.Snapshot();
        change(listing);
        if (!audit.Record(action, "listing", id, before, listing.Snapshot(), why))
        {
            db.DiscardChanges();
            return new EditOutcome(EditResult.Unchanged, listing);
        }

        listing.CountChange();
        await events.PublishAsync(new ListingChanged(id), cancellationToken);
        await indexer.IndexAsync(listing, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was faster between reading and saving.
            db.DiscardChanges();
            return new EditOutcome(EditResult.Stale, await db.FindListingAsync(id, cancellationToken));
        }

        return new EditOutcome(EditResult.Saved, listing);
    }

    private static bool Same(ListingFacts a, ListingFacts b) => JsonSerializer.Serialize(a, PortalJson.Options) == JsonSerializer.Serialize(b, PortalJson.Options);
}

/// <summary>What came of a change.</summary>
internal enum EditResult
{
    Saved,

    /// <summary>Nothing was different, so nothing was written.</summary>
    Unchanged,

    /// <summary>Somebody else changed the listing since the form was filled. Nothing was saved; the page shows both.</summary>
    Stale,

    NotFound,
}

/// <summary>What came of a change, and the listing as it now is.</summary>
internal sealed record EditOutcome(EditResult Result, Listing? Listing);
