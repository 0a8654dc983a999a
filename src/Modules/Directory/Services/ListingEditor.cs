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
    /// <param name="isRight">True when somebody who knows the language says that the translation says what the source says.</param>
    public Task<EditOutcome> ChangeWordsAsync(string id, int revision, string culture, Func<ListingWords, ListingWords> change, bool isRight, CancellationToken cancellationToken)
        => ChangeAsync(
            id, revision, "listing.changed",
            listing => listing.Write(culture, change(listing.Texts.In(culture)?.Words ?? new ListingWords { Title = listing.Source.Title }), Ids.New(clock), isRight),
            null, cancellationToken);

    /// <summary>Changes facts and what the group says of them in its own language, as one entry of the history.</summary>
    /// <param name="revision">Revision the form was filled from.</param>
    public Task<EditOutcome> ChangeAsync(string id, int revision, Func<ListingFacts, ListingFacts> facts, Func<ListingWords, ListingWords> words, CancellationToken cancellationToken)
        => ChangeAsync(
            id, revision, "listing.changed",
            listing =>
            {
                var changed = facts(listing.Facts);
                if (!Same(changed, listing.Facts)) listing.Change(changed, Ids.New(clock));
                if (words(listing.Source.Words) is { } said && said != listing.Source.Words) listing.Write(listing.Culture, said, Ids.New(clock), isRight: false);
            },
            null, cancellationToken);

    /// <summary>Brings a listing to a state made from its present one, as when a moderator approves what somebody suggested. Only what differs is written.</summary>
    /// <param name="why">Who suggested it.</param>
    public Task<EditOutcome> ApproveAsync(string id, int revision, Func<ListingSnapshot, ListingSnapshot> change, string? why, CancellationToken cancellationToken)
        => ChangeAsync(id, revision, "listing.approved", listing => listing.ChangeTo(change(listing.Snapshot()), () => Ids.New(clock)), why, cancellationToken);

    /// <summary>Brings a listing to a state made of its own and another's, when two pages of one group become one.</summary>
    /// <param name="why">Which page it was joined with.</param>
    public Task<EditOutcome> MergeAsync(string id, int revision, Func<ListingSnapshot, ListingSnapshot> change, string why, CancellationToken cancellationToken)
        => ChangeAsync(id, revision, "listing.merged", listing => listing.ChangeTo(change(listing.Snapshot()), () => Ids.New(clock)), why, cancellationToken);

    /// <summary>Adds a listing that is not yet in the directory, with its texts.</summary>
    /// <param name="why">Who suggested it.</param>
    public async Task<EditOutcome> AddAsync(Listing listing, string? why, CancellationToken cancellationToken)
    {
        db.Add(listing);
        audit.Record("listing.added", "listing", listing.Id, after: listing.Snapshot(), why: why);
        await events.PublishAsync(new ListingChanged(listing.Id), cancellationToken);
        await indexer.IndexAsync(listing, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new EditOutcome(EditResult.Saved, listing, db.Set<AuditEntry>().Local.Max(entry => entry.Number));
    }

    /// <summary>Says that all of it is still right, as of today. Not a new version: nothing has changed.</summary>
    public Task<EditOutcome> ConfirmAsync(string id, CancellationToken cancellationToken)
        => ChangeAsync(id, null, "listing.confirmed", listing => listing.Assure(dates.Today, actor.Name), null, cancellationToken);

    /// <summary>The same, by somebody who is not signed in.</summary>
    /// <param name="revision">Revision of the page they looked at.</param>
    /// <param name="by">Their name.</param>
    /// <param name="why">How it is known that they may.</param>
    public Task<EditOutcome> ConfirmAsync(string id, int revision, string by, string why, CancellationToken cancellationToken)
        => ChangeAsync(id, revision, "listing.confirmed", listing => listing.Assure(dates.Today, by), why, cancellationToken);

    /// <summary>Brings the whole content back to how it was after an entry of its history; with <paramref name="undo"/>, to how it was before it.</summary>
    public async Task<EditOutcome> RestoreAsync(string id, long auditNumber, bool undo, string? why, CancellationToken cancellationToken)
    {
        var entry = await audit.Of("listing", id).Where(entry => entry.Number == auditNumber)
            .Select(entry => new { Json = undo ? entry.Before : entry.After }).SingleOrDefaultAsync(cancellationToken);
        if (entry?.Json is null) return new EditOutcome(EditResult.NotFound, null);
        return await ChangeAsync(id, null, "listing.restored", listing => Restore(listing, Read(entry.Json)), why, cancellationToken);
    }

    /// <summary>Brings what the page says back to how it was after an entry of its history, for a reason.</summary>
    /// <param name="revision">Revision of the page that it was compared with.</param>
    public async Task<EditOutcome> RestoreContentAsync(string id, long auditNumber, int revision, string why, CancellationToken cancellationToken)
        => await SnapshotAfterAsync(id, auditNumber, cancellationToken) is { } then
            ? await ChangeAsync(id, revision, "listing.restored", listing => Restore(listing, listing.Snapshot().WithContentOf(then)), why, cancellationToken)
            : new EditOutcome(EditResult.NotFound, null);

    /// <summary>The listing as it was after an entry of its history; null when there is no such entry.</summary>
    public async Task<ListingSnapshot?> SnapshotAfterAsync(string id, long auditNumber, CancellationToken cancellationToken)
        => await audit.Of("listing", id).Where(entry => entry.Number == auditNumber).Select(entry => entry.After).SingleOrDefaultAsync(cancellationToken) is { } json ? Read(json) : null;

    /// <summary>
    /// Takes one entry of the history back: what it changed becomes as it was before, what was changed elsewhere stays. Where
    /// the same part was changed again later, nothing is done and the answer is <see cref="EditResult.Stale"/>.
    /// </summary>
    /// <param name="mayUndo">Whether the person may take back a change from the first state to the second.</param>
    public async Task<EditOutcome> UndoAsync(string id, long auditNumber, Func<ListingSnapshot, ListingSnapshot, bool> mayUndo, CancellationToken cancellationToken)
    {
        var entry = await audit.Of("listing", id).Where(entry => entry.Number == auditNumber).Select(entry => new { entry.Before, entry.After }).SingleOrDefaultAsync(cancellationToken);
        if (entry is not { Before: { } before, After: { } after } || await db.FindListingAsync(id, cancellationToken) is not { } listing || !mayUndo(Read(before), Read(after)))
            return new EditOutcome(EditResult.NotFound, null);
        if (SnapshotUndo.Take(Json(listing.Snapshot()), before, after) is not { } undone) return new EditOutcome(EditResult.Stale, listing);
        return await ChangeAsync(id, null, "listing.undone", changed => Restore(changed, Read(undone)), null, cancellationToken);
    }

    private void Restore(Listing listing, ListingSnapshot snapshot)
    {
        if (!Same(snapshot.Facts, listing.Facts)) listing.Change(snapshot.Facts, Ids.New(clock));

        // The source first: a translation is then of the source as it is now.
        foreach (var (culture, words) in snapshot.Texts.OrderBy(pair => pair.Key == listing.Culture ? 0 : 1))
            listing.Restore(culture, words, snapshot.StateOf(culture), Ids.New(clock));

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

        return new EditOutcome(EditResult.Saved, listing, db.Set<AuditEntry>().Local.Max(entry => entry.Number));
    }

    private static bool Same(ListingFacts a, ListingFacts b) => Json(a) == Json(b);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, PortalJson.Options);

    private static ListingSnapshot Read(string json) => JsonSerializer.Deserialize<ListingSnapshot>(json, PortalJson.Options)!;
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

    /// <summary>It waits for a moderator; the public sees the page as it was.</summary>
    Held,
}

/// <summary>What came of a change, and the listing as it now is.</summary>
/// <param name="AuditNumber">Number of the entry in its history, where something was saved.</param>
internal sealed record EditOutcome(EditResult Result, Listing? Listing, long? AuditNumber = null);
