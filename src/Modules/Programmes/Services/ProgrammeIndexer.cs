using Microsoft.EntityFrameworkCore;
using Portal.Learning.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Programmes.Domain;
using Portal.Search.Contracts;

namespace Portal.Programmes.Services;

/// <summary>Keeps the search index in step with the programmes.</summary>
internal sealed class ProgrammeIndexer(ReadingIndex index, ISearchIndex documents, PortalDbContext db) : IEventHandler<ReindexRequested>
{
    /// <summary>Kind of programmes in the index.</summary>
    public const string Kind = "programme";

    /// <summary>Puts a programme in the index as it is now.</summary>
    public Task PutAsync(Programme programme, CancellationToken cancellationToken)
        => index.PutAsync(new ThingToRead(Kind, programme.Id, programme.Slug, programme.IsPublished, programme.Texts, programme.Needs, null), cancellationToken);

    /// <inheritdoc/>
    public async Task HandleAsync(ReindexRequested happened, CancellationToken cancellationToken)
    {
        if (happened.Kind is not (null or Kind)) return;
        await documents.ClearAsync(Kind, cancellationToken);
        foreach (var programme in await db.Set<Programme>().AsNoTracking().Include(programme => programme.Texts).ToListAsync(cancellationToken))
            await PutAsync(programme, cancellationToken);
    }
}
