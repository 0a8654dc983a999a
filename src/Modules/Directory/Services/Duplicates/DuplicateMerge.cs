using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Platform.Web;

namespace Portal.Directory.Services.Duplicates;

/// <summary>
/// Makes one page of two, and two of one again. Nothing is removed: the other page is hidden with its whole history, and its
/// address leads to the one that was kept.
/// </summary>
internal sealed class DuplicateMerge(
    PortalDbContext db, ListingEditor editor, GroupNotices notices, Assignments assignments, AuditLog audit, CurrentActor actor, SiteAddresses addresses, TimeProvider clock,
    IStringLocalizer<DuplicateText> texts)
{
    private const string Subject = "duplicate";

    /// <summary>Says that they are two groups.</summary>
    public Task<DecisionResult> KeepBothAsync(string id, string? why, CancellationToken cancellationToken)
        => InOneAsync(
            id, DuplicateState.Waiting,
            async candidate =>
            {
                candidate.Decide(DuplicateState.Different, clock.GetUtcNow(), actor.Name);
                audit.Record("duplicate.different", Subject, id, why: why);
                await assignments.ForgetAsync(DuplicateSource.Name, id, cancellationToken);
                return DecisionResult.Done;
            },
            cancellationToken);

    /// <summary>Makes one page of two.</summary>
    public Task<DecisionResult> MergeAsync(MergeOrder order, CancellationToken cancellationToken)
        => InOneAsync(
            order.Id, DuplicateState.Waiting,
            async candidate =>
            {
                if (await db.FindListingAsync(order.KeptId, cancellationToken) is not { } kept || await db.FindListingAsync(candidate.OtherThan(order.KeptId), cancellationToken) is not { } other)
                    return DecisionResult.NotFound;
                if (kept.Revision != order.KeptRevision || other.Revision != order.OtherRevision || kept.MergedIntoId is not null || other.MergedIntoId is not null) return DecisionResult.Stale;

                var (keptId, otherId, keepers) = (kept.Id, other.Id, other.Facts.Maintainers);
                var merged = new MergeChoice(kept.Snapshot(), other.Snapshot()).Take(order.OthersParts);
                var ofKept = await editor.MergeAsync(keptId, order.KeptRevision, _ => merged, texts["Why.Merged", other.Source.Title], cancellationToken);
                if (ofKept.Result is EditResult.Stale or EditResult.NotFound) return DecisionResult.Stale;
                var ofOther = await editor.MergeAsync(otherId, order.OtherRevision, then => then with { Facts = then.Facts with { Published = false, StoppedOn = null, MergedIntoId = keptId, Maintainers = [] } }, texts["Why.MergedInto", kept.Source.Title], cancellationToken);
                if (ofOther is not { Result: EditResult.Saved, AuditNumber: { } otherEntry }) return DecisionResult.Stale;

                // An unchanged page makes the editor give up what it had in hand, the pair among it.
                candidate = await db.Set<DuplicateCandidate>().SingleAsync(row => row.Id == order.Id, cancellationToken);
                candidate.Merge(keptId, ofKept.AuditNumber, otherEntry, clock.GetUtcNow(), actor.Name);
                await assignments.ForgetAsync(DuplicateSource.Name, order.Id, cancellationToken);
                Tell((await db.FindListingAsync(keptId, cancellationToken))!, keepers);
                return DecisionResult.Done;
            },
            cancellationToken);

    /// <summary>
    /// Makes two pages of one again. What was changed since stays; where that is in the same parts as the merge, the page that was
    /// kept stays as it is and only the other comes back.
    /// </summary>
    public async Task<UndoneMerge> UndoAsync(string id, CancellationToken cancellationToken)
    {
        var isWhole = true;
        var result = await InOneAsync(
            id, DuplicateState.Merged,
            async candidate =>
            {
                var (keptId, keptEntry, otherEntry) = (candidate.KeptId!, candidate.KeptEntry, candidate.OtherEntry!.Value);
                var back = await editor.UndoAsync(candidate.OtherThan(keptId), otherEntry, (_, _) => true, cancellationToken);
                if (back.Result != EditResult.Saved) return back.Result == EditResult.NotFound ? DecisionResult.NotFound : DecisionResult.Stale;
                if (keptEntry is { } number) isWhole = (await editor.UndoAsync(keptId, number, (_, _) => true, cancellationToken)).Result == EditResult.Saved;
                candidate = await db.Set<DuplicateCandidate>().SingleAsync(row => row.Id == id, cancellationToken);
                candidate.Decide(DuplicateState.Waiting, clock.GetUtcNow(), actor.Name);
                candidate.ByHand = true;
                return DecisionResult.Done;
            },
            cancellationToken);
        return new UndoneMerge(result, isWhole);
    }

    private async Task<DecisionResult> InOneAsync(string id, DuplicateState expected, Func<DuplicateCandidate, Task<DecisionResult>> act, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            if (await db.Set<DuplicateCandidate>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } candidate) return DecisionResult.NotFound;
            var result = candidate.State == expected ? await act(candidate) : DecisionResult.Stale;
            if (result == DecisionResult.Done)
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            else
            {
                db.DiscardChanges();
            }

            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else decided between reading and saving.
            db.DiscardChanges();
            return DecisionResult.Stale;
        }
    }

    /// <summary>Those who kept the page that is gone learn where it went; they keep the other one now.</summary>
    private void Tell(Listing kept, IReadOnlyList<string> keepers)
    {
        var language = notices.LanguageFor(kept.Culture);
        foreach (var email in keepers)
            notices.Write("pages-joined", email, language, kept, new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = addresses.Absolute("/my-groups", language) });
    }
}

/// <summary>What to make of two pages.</summary>
internal sealed record MergeOrder
{
    /// <summary>Id of the pair.</summary>
    public required string Id { get; init; }

    /// <summary>The listing whose page and address stay.</summary>
    public required string KeptId { get; init; }

    /// <summary>Revisions that were seen.</summary>
    public required int KeptRevision { get; init; }

    public required int OtherRevision { get; init; }

    /// <summary>The parts to take from the other page.</summary>
    public required IReadOnlyCollection<string> OthersParts { get; init; }
}

/// <summary>What came of making two pages of one again.</summary>
/// <param name="IsWhole">False where the page that was kept was changed since in the same parts, and stays as it is.</param>
internal sealed record UndoneMerge(DecisionResult Result, bool IsWhole);
