using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>Changes what terms are called. Whatever is filed under a term, in any module, is found by its new words at once.</summary>
internal sealed class TermEditor(PortalDbContext db, AuditLog audit, EventBus events, TimeProvider clock)
{
    public async Task<Term?> FindAsync(string id, CancellationToken cancellationToken)
        => await db.Set<Term>().FindAsync([id], cancellationToken);

    /// <summary>Sets names and other words of a term in all languages; false when nothing was different.</summary>
    public async Task<bool> ChangeAsync(Term term, IReadOnlyList<TermName> names, CancellationToken cancellationToken)
    {
        if (!audit.Record("term.changed", "term", term.Id, new TermSnapshot(term.Names), new TermSnapshot(names))) return false;
        term.Names = names;
        (await db.Set<Taxonomy>().FindAsync([term.TaxonomyId], cancellationToken))!.VersionId = Ids.New(clock);
        await events.PublishAsync(new ReindexRequested(null), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private sealed record TermSnapshot(IReadOnlyList<TermName> Names);
}
