using Microsoft.EntityFrameworkCore;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>Decides on claims: who keeps the page, the decision and the letter about it in one transaction.</summary>
internal sealed class ClaimDecisions(
    PortalDbContext db, GroupKeepers keepers, GroupNotices notices, SuggestionMail mail, Assignments assignments, AuditLog audit, CurrentActor actor, SiteAddresses addresses, TimeProvider clock)
{
    /// <summary>Lets whoever claimed it keep the page, and sends them a link.</summary>
    /// <param name="message">What else to write to them; null for nothing.</param>
    public Task<DecisionResult> ApproveAsync(string id, string? message, CancellationToken cancellationToken)
        => DecideAsync(id, ClaimState.Approved, message, (claim, listing) => LetKeepAsync(claim, listing, message, cancellationToken), cancellationToken);

    /// <summary>Does not let them, and tells them why.</summary>
    public Task<DecisionResult> ReturnAsync(string id, string message, CancellationToken cancellationToken)
        => DecideAsync(
            id, ClaimState.Returned, message,
            (claim, listing) =>
            {
                var language = notices.LanguageFor(claim.Language);
                notices.Write("claim-returned", claim.Email, language, listing, new Dictionary<string, string>(StringComparer.Ordinal) { ["answer"] = message, ["link"] = addresses.Absolute("/groups/" + listing.Slug, language) });
                return Task.FromResult(DecisionResult.Done);
            },
            cancellationToken);

    private async Task<DecisionResult> LetKeepAsync(ListingClaim claim, Listing listing, string? message, CancellationToken cancellationToken)
    {
        if (!listing.Maintainers.Exists(maintainer => maintainer.Email == claim.Email))
        {
            try
            {
                if ((await keepers.AddAsync(listing, claim.Email, cancellationToken)).Result != EditResult.Saved) return DecisionResult.Stale;
            }
            catch (InvalidOperationException)
            {
                return DecisionResult.NoRole;
            }
        }

        if (message is not null) await mail.AnswerReaderAsync(claim.Email, claim.Language, listing.Id, message, cancellationToken);
        return DecisionResult.Done;
    }

    private async Task<DecisionResult> DecideAsync(string id, ClaimState state, string? message, Func<ListingClaim, Listing, Task<DecisionResult>> act, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            if (await db.Set<ListingClaim>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } claim || await db.FindListingAsync(claim.ListingId, cancellationToken) is not { } listing)
                return DecisionResult.NotFound;
            if (!claim.IsOpen) return DecisionResult.Stale;
            claim.Decide(state, clock.GetUtcNow(), actor.Name, message);
            audit.Record("claim." + state.ToString().ToLowerInvariant(), "listing", listing.Id, why: message);
            await assignments.ForgetAsync(ClaimSource.Name, id, cancellationToken);
            var result = await act(claim, listing);
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
}
