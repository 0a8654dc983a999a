using Portal.Directory.Contracts;
using Portal.Platform.Events;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>Puts all listings in the index again when Search asks for it.</summary>
internal sealed class ReindexListings(ISearchIndex index, ListingIndexer indexer) : IEventHandler<ReindexRequested>
{
    public async Task HandleAsync(ReindexRequested happened, CancellationToken cancellationToken)
    {
        if (happened.Kind is not (null or ListingFacets.Kind)) return;
        await index.ClearAsync(ListingFacets.Kind, cancellationToken);
        await indexer.IndexAllAsync(cancellationToken);
    }
}
