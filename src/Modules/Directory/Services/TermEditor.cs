using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>Changes what terms are called. Whatever is filed under a term, in any module, is found by its new words at once.</summary>
internal sealed class TermEditor(PortalDbContext db, AuditLog audit, EventBus events, TimeProvider clock)
{
    /// <summary>What the audit trail calls a change of a term.</summary>
    public const string Changed = "term.changed";

    /// <summary>Kind of subject in the audit trail.</summary>
    public const string SubjectKind = "term";

    /// <summary>More words than this for a term in one language help nobody.</summary>
    public const int MostSynonyms = 100;

    public async Task<Term?> FindAsync(string id, CancellationToken cancellationToken)
        => await db.Set<Term>().FindAsync([id], cancellationToken);

    /// <summary>Sets names and other words of a term in all languages; false when nothing was different.</summary>
    public async Task<bool> ChangeAsync(Term term, IReadOnlyList<TermName> names, CancellationToken cancellationToken)
    {
        if (!audit.Record(Changed, SubjectKind, term.Id, new TermSnapshot(term.Names), new TermSnapshot(names))) return false;
        term.Names = names;
        (await db.Set<Taxonomy>().FindAsync([term.TaxonomyId], cancellationToken))!.VersionId = Ids.New(clock);
        await events.PublishAsync(new ReindexRequested(null), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Adds some words for a term and takes others away, whatever else was changed meanwhile; false when that changed nothing.</summary>
    public Task<bool> ChangeWordsAsync(Term term, IReadOnlyList<TermWord> added, IReadOnlyList<TermWord> removed, CancellationToken cancellationToken)
        => ChangeAsync(
            term,
            [
                .. term.Names.Select(name => name with
                {
                    Synonyms =
                    [
                        .. name.Synonyms.Where(word => !removed.Contains(new TermWord(name.Culture, word))),
                        .. added.Where(word => word.Culture == name.Culture && !name.Synonyms.Contains(word.Word, StringComparer.Ordinal)).Select(word => word.Word),
                    ],
                }),
            ],
            cancellationToken);

    /// <summary>Takes back what one change did to the words of a term; false when there is nothing left of it to take back.</summary>
    public async Task<bool> UndoWordsAsync(long number, CancellationToken cancellationToken)
    {
        var entry = await db.Set<AuditEntry>().AsNoTracking().FirstOrDefaultAsync(one => one.Number == number && one.SubjectKind == SubjectKind && one.Action == Changed, cancellationToken);
        if (entry is null || await FindAsync(entry.SubjectId, cancellationToken) is not { } term) return false;
        var change = WordsChanged(entry);
        return await ChangeWordsAsync(term, change.Removed, change.Added, cancellationToken);
    }

    /// <summary>The number in the audit trail of the newest change of a term.</summary>
    public Task<long> NewestAsync(Term term, CancellationToken cancellationToken)
        => audit.Of(SubjectKind, term.Id).Select(entry => entry.Number).FirstAsync(cancellationToken);

    /// <summary>The words that a change added and took away.</summary>
    public static (IReadOnlyList<TermWord> Added, IReadOnlyList<TermWord> Removed) WordsChanged(AuditEntry entry)
    {
        var (before, after) = (WordsOf(entry.Before), WordsOf(entry.After));
        return ([.. after.Except(before)], [.. before.Except(after)]);
    }

    private static List<TermWord> WordsOf(string? snapshot)
        => snapshot is null ? [] : [.. JsonSerializer.Deserialize<TermSnapshot>(snapshot, PortalJson.Options)!.Names.SelectMany(name => name.Synonyms.Select(word => new TermWord(name.Culture, word)))];

    private sealed record TermSnapshot(IReadOnlyList<TermName> Names);
}

/// <summary>A word that people search with, in one language.</summary>
/// <param name="Culture">BCP 47 code.</param>
internal sealed record TermWord(string Culture, string Word);
