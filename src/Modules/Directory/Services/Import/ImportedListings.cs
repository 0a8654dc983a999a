using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Events;

namespace Portal.Directory.Services;

/// <summary>Writes the listings of an import: each with its audit entry, its place in the search index and what other modules do about it.</summary>
internal sealed class ImportedListings(PortalDbContext db, AuditLog audit, EventBus events, ListingIndexer indexer, TimeProvider clock)
{
    /// <param name="touched">Organisations and venues whose other listings have to be put in the index again.</param>
    public async Task WriteAsync(DirectoryBatch batch, IReadOnlyList<string> touched, CancellationToken cancellationToken)
    {
        var ids = batch.Services.Where(written => !written.IsNew).Select(written => written.Id).ToList();
        var present = ids.Count + touched.Count == 0 ? new Dictionary<string, Listing>(StringComparer.Ordinal) : await db.Set<Listing>().Include(listing => listing.Texts).Include(listing => listing.Maintainers).AsSplitQuery()
            .Where(listing => ids.Contains(listing.Id) || touched.Contains(listing.VenueId!) || touched.Contains(listing.OrganisationId!))
            .ToDictionaryAsync(listing => listing.Id, StringComparer.Ordinal, cancellationToken);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in batch.Services)
        {
            var listing = one.IsNew ? Add(one, batch.Why) : present.GetValueOrDefault(one.Id);
            if (listing is null || (!one.IsNew && !Change(listing, one, batch.Why))) continue;
            written.Add(listing.Id);
            await events.PublishAsync(new ListingChanged(listing.Id), cancellationToken);
            await indexer.IndexAsync(listing, cancellationToken);
        }

        foreach (var listing in present.Values.Where(listing => !written.Contains(listing.Id) && (touched.Contains(listing.VenueId ?? "") || touched.Contains(listing.OrganisationId ?? ""))))
            await indexer.IndexAsync(listing, cancellationToken);
    }

    private Listing Add(Written<ServiceFacts> written, string why)
    {
        var listing = new Listing { Id = written.Id, Slug = Slugs.Of(written.Facts.Name, written.Id), Culture = written.Culture };
        listing.Put(ServiceMapping.Read(written.Facts, new ListingFacts()) with { Published = written.Published ?? true });
        listing.Texts.Add(new ListingText
        {
            Id = written.Id,
            ListingId = written.Id,
            Culture = written.Culture,
            VersionId = written.Id,
            Words = ServiceMapping.ReadWords(written.Facts, new ListingWords { Title = written.Facts.Name }),
        });
        db.Add(listing);
        audit.Record("listing.added", "listing", listing.Id, after: listing.Snapshot(), why: why);
        listing.CountChange();
        return listing;
    }

    private bool Change(Listing listing, Written<ServiceFacts> written, string why)
    {
        var before = listing.Snapshot();
        var facts = ServiceMapping.Read(written.Facts, listing.Facts) with { Published = written.Published ?? listing.Published };
        var words = ServiceMapping.ReadWords(written.Facts, listing.Source.Words);
        if (JsonSerializer.Serialize(facts, PortalJson.Options) != JsonSerializer.Serialize(before.Facts, PortalJson.Options)) listing.Change(facts, Ids.New(clock));
        if (words != listing.Source.Words) listing.Write(listing.Source.Culture, words, Ids.New(clock), isRight: false);
        if (!audit.Record("listing.changed", "listing", listing.Id, before, listing.Snapshot(), why)) return false;
        listing.CountChange();
        return true;
    }
}
