using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Claims that the group itself could not prove, in the queue.</summary>
internal sealed class ClaimSource(PortalDbContext db, ClaimDecisions decisions, TimeProvider clock) : IModerationSource
{
    public const string Name = "claim";

    public string Kind => Name;

    public int Order => 15;

    public Task<int> CountAsync(ModerationFilter filter, CancellationToken cancellationToken) => Waiting(filter).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<ModerationRow>> OldestAsync(ModerationFilter filter, int most, CancellationToken cancellationToken)
        => await Waiting(filter).OrderBy(claim => claim.At).ThenBy(claim => claim.Id).Take(most)
            .Join(
                db.Set<Listing>(), claim => claim.ListingId, listing => listing.Id,
                (claim, listing) => new ModerationRow(
                    Name, claim.Id, 0, listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(), listing.Culture,
                    claim.Email, claim.At, claim.Words, claim.Language, "/manage/moderation/claims/" + claim.Id))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> DecideAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        foreach (var (id, _) in chosen)
        {
            if (decision.Approve && await IsKeptAsync(id, cancellationToken)) continue;
            var result = decision.Approve ? await decisions.ApproveAsync(id, decision.Message, cancellationToken) : await decisions.ReturnAsync(id, decision.Message!, cancellationToken);
            if (result == DecisionResult.Done) done.Add(id);
        }

        return done;
    }

    /// <summary>Where somebody keeps the page by now, a person has to look whether both may.</summary>
    private Task<bool> IsKeptAsync(string id, CancellationToken cancellationToken)
        => db.Set<ListingClaim>().AnyAsync(claim => claim.Id == id && db.Set<Listing>().Any(listing => listing.Id == claim.ListingId && listing.Maintainers.Count > 0), cancellationToken);

    private IQueryable<ListingClaim> Waiting(ModerationFilter filter)
    {
        var waiting = db.Set<ListingClaim>().AsNoTracking().Where(ListingClaim.WaitForModerator(clock.GetUtcNow()))
            .Where(claim => db.Set<Listing>().Any(listing => listing.Id == claim.ListingId));
        if (filter.Only is { } only) waiting = waiting.Where(claim => only.Contains(claim.Id));
        return filter.Except.Count == 0 ? waiting : waiting.Where(claim => !filter.Except.Contains(claim.Id));
    }
}
