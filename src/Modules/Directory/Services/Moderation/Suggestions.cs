using Microsoft.EntityFrameworkCore;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Keeps what somebody would change until a moderator has decided.</summary>
internal sealed class Suggestions(PortalDbContext db, GroupAccess access, AuditLog audit, CurrentActor actor, TenantContext tenant, TimeProvider clock)
{
    private const int MostAboutOneAnHour = 5;
    private const int MostAnHour = 30;

    /// <summary>What the signed-in user has suggested for a group and nobody has decided yet; null when there is nothing.</summary>
    public async Task<Suggestion?> OpenAsync(string listingId, CancellationToken cancellationToken)
        => actor.UserId is not { } userId ? null : await db.Set<Suggestion>()
            .Where(suggestion => suggestion.ListingId == listingId && suggestion.UserId == userId && suggestion.Kind == SuggestionKind.Change
                && (suggestion.State == SuggestionState.Waiting || suggestion.State == SuggestionState.Returned))
            .OrderByDescending(suggestion => suggestion.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Keeps a change by somebody who keeps the page. It goes into their suggestion that waits already, where there is one. A
    /// suggestion that says what the page said at first is taken back.
    /// </summary>
    /// <param name="revision">Revision of the listing that the form was filled from.</param>
    public async Task<EditOutcome> HoldAsync(string listingId, int revision, Func<ListingSnapshot, ListingSnapshot> change, CancellationToken cancellationToken)
    {
        if (await db.FindListingAsync(listingId, cancellationToken) is not { } listing) return new EditOutcome(EditResult.NotFound, null);
        if (listing.Revision != revision) return new EditOutcome(EditResult.Stale, listing);

        var open = await OpenAsync(listingId, cancellationToken);
        var before = SnapshotParts.Parse(open?.Before ?? SnapshotParts.Of(listing.Snapshot()).ToJsonString(PortalJson.Options));
        var was = open is null ? listing.Snapshot() : SnapshotParts.ToSnapshot(SnapshotParts.Parse(open.After));
        var after = SnapshotParts.Of(change(was));
        var (beforeJson, afterJson) = (before.ToJsonString(PortalJson.Options), after.ToJsonString(PortalJson.Options));
        var isNothing = SnapshotParts.Changed(before, after).Count == 0;
        if (isNothing && open is null) return new EditOutcome(EditResult.Unchanged, listing);
        if (open is not null && open.After == afterJson && open.State == SuggestionState.Waiting) return new EditOutcome(EditResult.Unchanged, listing);

        HideNewPlaces();
        var now = clock.GetUtcNow();
        if (open is null) db.Add(open = await NewAsync(listing, beforeJson, afterJson, cancellationToken));
        open.After = afterJson;
        open.Change(isNothing ? SuggestionState.Withdrawn : SuggestionState.Waiting, now);
        audit.Record(isNothing ? "suggestion.withdrawn" : "suggestion.put", "suggestion", open.Id);
        return await SaveAsync(isNothing ? EditResult.Unchanged : EditResult.Held, listing, cancellationToken);
    }

    /// <summary>Takes back what the signed-in user has suggested for a group; false when nothing waits.</summary>
    public async Task<bool> WithdrawAsync(string listingId, CancellationToken cancellationToken)
    {
        if (await OpenAsync(listingId, cancellationToken) is not { } open) return false;
        open.Change(SuggestionState.Withdrawn, clock.GetUtcNow());
        audit.Record("suggestion.withdrawn", "suggestion", open.Id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.DiscardChanges();
            return false;
        }
    }

    /// <summary>
    /// Keeps what the public suggests; false when there has been too much of late. The limit holds for all who suggest together,
    /// so no address of a visitor is kept.
    /// </summary>
    public async Task<bool> PutAsync(Suggestion suggestion, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddHours(-1);
        var lately = await db.Set<Suggestion>().Where(other => other.CreatedAt > since && other.Kind != SuggestionKind.Change)
            .GroupBy(other => other.ListingId == suggestion.ListingId)
            .Select(group => new { IsThis = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var most = suggestion.ListingId is null ? MostAnHour : MostAboutOneAnHour;
        if (lately.Sum(group => group.Count) >= MostAnHour || lately.Exists(group => group.IsThis && group.Count >= most)) return false;
        db.Add(suggestion);
        audit.Record("suggestion.put", "suggestion", suggestion.Id);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<Suggestion> NewAsync(Listing listing, string before, string after, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return new Suggestion
        {
            Id = Ids.New(clock),
            Kind = SuggestionKind.Change,
            ListingId = listing.Id,
            Title = listing.Source.Title,
            Culture = listing.Culture,
            Before = before,
            After = after,
            UserId = actor.UserId,
            Name = actor.Name,
            Email = await access.EmailAsync(cancellationToken),
            HelpsToRun = true,
            Language = tenant.Language,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    /// <summary>A place that somebody made for a change that waits is not offered to others before that is approved.</summary>
    private void HideNewPlaces()
    {
        foreach (var place in db.ChangeTracker.Entries<Venue>().Where(entry => entry.State == EntityState.Added)) place.Entity.Published = false;
    }

    private async Task<EditOutcome> SaveAsync(EditResult result, Listing listing, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new EditOutcome(result, listing);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A moderator decided at the same moment.
            db.DiscardChanges();
            return new EditOutcome(EditResult.Stale, await db.FindListingAsync(listing.Id, cancellationToken));
        }
    }
}
