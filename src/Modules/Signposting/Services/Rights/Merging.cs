using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>How two records are made one.</summary>
/// <param name="FromGone">The sections that are taken from the record that goes.</param>
/// <param name="KeptRevision">Revision of the record that goes on, as it was shown; likewise of the other.</param>
internal sealed record MergeWish(string KeptId, string GoneId, IReadOnlySet<PersonSection> FromGone, int KeptRevision, int GoneRevision);

/// <summary>What came of it.</summary>
internal enum MergeResult
{
    /// <summary>There are no two such records that the reader may make one.</summary>
    NotFound,

    /// <summary>Somebody changed one of them since it was shown.</summary>
    ChangedMeanwhile,

    /// <summary>It is done.</summary>
    Done,
}

/// <summary>A merge that stands, for the record that goes on.</summary>
/// <param name="CanBeUndone">False when the record was changed since.</param>
internal sealed record ListedMerge(string Id, string GoneId, DateTimeOffset At, string Who, bool CanBeUndone);

/// <summary>Makes two records of one person one, and takes that back as long as nothing was changed since.</summary>
internal sealed class Merging(PortalDbContext db, RightsAccess rights, IEnumerable<IKeptOnPeople> kinds, IUsers users, CurrentActor actor, PrivateText texts, AuditLog audit, TimeProvider clock)
{
    /// <summary>Sections that are joined, so that no warning is lost; of the others one is taken.</summary>
    public static IReadOnlySet<PersonSection> Joined { get; } = new HashSet<PersonSection> { PersonSection.Risks, PersonSection.Safeguarding };

    /// <summary>Sections in which the two say different things.</summary>
    public IReadOnlyList<PersonSection> Differences(Person kept, Person gone)
        => [.. Enum.GetValues<PersonSection>().Where(section => !Joined.Contains(section) && kept.Has(section) && gone.Has(section) && kept.Open(texts, section) != gone.Open(texts, section))];

    /// <summary>Makes them one: plans, referrals and what else hangs on the other move.</summary>
    public async Task<MergeResult> MergeAsync(MergeWish wish, CancellationToken cancellationToken)
    {
        if (wish.KeptId == wish.GoneId || await rights.FindOwnAsync(wish.KeptId, cancellationToken) is not { } kept || await rights.FindOwnAsync(wish.GoneId, cancellationToken) is not { } gone) return MergeResult.NotFound;
        if (kept.Revision != wish.KeptRevision || gone.Revision != wish.GoneRevision) return MergeResult.ChangedMeanwhile;
        var now = clock.GetUtcNow();
        var (sections, consents, closed, goneClosed) = (Enum.GetValues<PersonSection>().ToDictionary(section => section, section => kept.Open(texts, section)), kept.Consents(texts), kept.ClosedAt, gone.ClosedAt);
        var (keptHashes, goneHashes) = (kept.Hashes(), gone.Hashes());
        Fill(kept, gone, wish.FromGone);
        kept.Write(texts, consents.Join(gone.Consents(texts)));
        if (gone.ClosedAt is null) kept.Reopen();
        gone.GoInto(kept.Id, now);
        kept.Touch(now);
        gone.Touch(now);
        var merge = new RecordMerge { Id = Ids.New(clock), KeptId = kept.Id, GoneId = gone.Id, At = now, By = actor.Id, KeptRevision = kept.Revision };
        merge.SetBefore(texts, new MergeMemory { Sections = sections, Consents = consents, KeptHashes = keptHashes, GoneHashes = goneHashes, ClosedAt = closed, GoneClosedAt = goneClosed, Moved = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) });
        db.Add(merge);
        Record("person.merged", kept.Id, gone.Id);
        return await SaveAsync(
            async () =>
            {
                var moved = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
                foreach (var kind in kinds) moved[kind.GetType().Name] = await kind.MoveAsync(gone.Id, kept.Id, null, cancellationToken);
                merge.SetBefore(texts, merge.Before(texts) with { Moved = moved });
            },
            cancellationToken);
    }

    /// <summary>Takes a merge back. Null when there is none that the reader may take back; false when the record was changed since.</summary>
    public async Task<bool?> UndoAsync(string keptId, string mergeId, CancellationToken cancellationToken)
    {
        if (await rights.FindOwnAsync(keptId, cancellationToken) is not { } kept || await db.Set<RecordMerge>().SingleOrDefaultAsync(row => row.Id == mergeId && row.KeptId == keptId && row.UndoneAt == null, cancellationToken) is not { } merge) return null;
        if (await db.Set<Person>().SingleOrDefaultAsync(person => person.Id == merge.GoneId && person.MergedIntoId == keptId, cancellationToken) is not { } gone) return null;
        if (kept.Revision != merge.KeptRevision) return false;
        var (before, now) = (merge.Before(texts), clock.GetUtcNow());
        foreach (var (section, json) in before.Sections) kept.Put(texts, section, json);
        kept.Write(texts, before.Consents);
        kept.Restore(before.KeptHashes, before.ClosedAt);
        gone.ComeBack(before.GoneHashes, before.GoneClosedAt);
        kept.Touch(now);
        gone.Touch(now);
        merge.UndoneAt = now;
        Record("person.merge-undone", kept.Id, gone.Id);
        return await SaveAsync(
            async () =>
            {
                foreach (var kind in kinds) await kind.MoveAsync(kept.Id, gone.Id, before.Moved.GetValueOrDefault(kind.GetType().Name) ?? [], cancellationToken);
            },
            cancellationToken) == MergeResult.Done;
    }

    /// <summary>The merges of a record that stand, the newest first.</summary>
    public async Task<IReadOnlyList<ListedMerge>> OfAsync(Person kept, CancellationToken cancellationToken)
    {
        var merges = await db.Set<RecordMerge>().AsNoTracking().Where(merge => merge.KeptId == kept.Id && merge.UndoneAt == null).OrderByDescending(merge => merge.At).ToListAsync(cancellationToken);
        var who = await users.FindAsync([.. merges.Select(merge => merge.By).Distinct(StringComparer.Ordinal)], cancellationToken);
        return [.. merges.Select(merge => new ListedMerge(merge.Id, merge.GoneId, merge.At, who.GetValueOrDefault(merge.By)?.Name ?? merge.By, merge.KeptRevision == kept.Revision))];
    }

    private void Fill(Person kept, Person gone, IReadOnlySet<PersonSection> fromGone)
    {
        foreach (var section in Enum.GetValues<PersonSection>().Where(section => !Joined.Contains(section) && gone.Has(section) && (!kept.Has(section) || fromGone.Contains(section))))
            kept.Put(texts, section, gone.Open(texts, section));
        if (fromGone.Contains(PersonSection.Who)) kept.Restore(gone.Hashes(), kept.ClosedAt);
        if (gone.Read<Risks>(texts) is { } risks) kept.Write(texts, (kept.Read<Risks>(texts) ?? new()).Join(risks));
        if (gone.Read<Safeguarding>(texts) is { } concerns) kept.Write(texts, (kept.Read<Safeguarding>(texts) ?? new()).Join(concerns));
    }

    private void Record(string action, string keptId, string goneId)
    {
        audit.Record(action, PersonAccess.AuditSubject, keptId, after: new { Other = goneId });
        audit.Record(action, PersonAccess.AuditSubject, goneId, after: new { Other = keptId });
    }

    /// <summary>Saves, then moves what hangs on the records, in one transaction: once it is saved every other change of the tenant waits.</summary>
    private async Task<MergeResult> SaveAsync(Func<Task> move, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await move();
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return MergeResult.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.DiscardChanges();
            return MergeResult.ChangedMeanwhile;
        }
    }
}
