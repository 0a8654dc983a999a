using Microsoft.EntityFrameworkCore;
using Portal.Learning.Contracts;
using Portal.Platform.Data;
using Portal.Programmes.Domain;

namespace Portal.Programmes.Services;

/// <summary>Keeps the search index in step with the programmes.</summary>
internal sealed class ProgrammeIndexer(ReadingIndex index, PortalDbContext db)
{
    /// <summary>Kind of programmes in the index.</summary>
    public const string Kind = "programme";

    /// <summary>Puts a programme in the index as it is now.</summary>
    public Task PutAsync(Programme programme, CancellationToken cancellationToken)
        => index.PutAsync(new ThingToRead(Kind, programme.Id, programme.Slug, programme.IsPublished, programme.Texts, programme.Needs, null), cancellationToken);

    /// <summary>Puts all programmes in the index again.</summary>
    public async Task PutAllAsync(CancellationToken cancellationToken)
    {
        foreach (var programme in await db.Set<Programme>().AsNoTracking().Include(programme => programme.Texts).ToListAsync(cancellationToken))
            await PutAsync(programme, cancellationToken);
    }
}
