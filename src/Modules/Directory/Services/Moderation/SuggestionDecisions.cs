using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Services;

/// <summary>Decides on suggestions: what is approved becomes part of the page, in the same transaction as the decision and the letter about it.</summary>
internal sealed class SuggestionDecisions(
    PortalDbContext db, ListingEditor editor, NewListings newListings, Trust trust, Assignments assignments, SuggestionMail mail, AuditLog audit, CurrentActor actor,
    TimeProvider clock, IStringLocalizer<ModerationText> texts)
{
    /// <summary>Makes what was suggested public, or some of it, or in better words.</summary>
    public Task<DecisionOutcome> ApproveAsync(Approval approval, CancellationToken cancellationToken)
        => DecideAsync(approval.Id, approval.Revision, (suggestion, token) => ApproveAsync(suggestion, approval, token), cancellationToken);

    /// <summary>Sends a volunteer's change back with a message; it can be changed and sent again. What came from a reader is closed, and the page stays as it is.</summary>
    public Task<DecisionOutcome> ReturnAsync(string id, int revision, string? message, CancellationToken cancellationToken)
        => DecideAsync(id, revision, (suggestion, token) => ReturnAsync(suggestion, message, token), cancellationToken);

    /// <summary>Decides on several. Where somebody else was faster, or a person has to choose between two versions, nothing is done.</summary>
    /// <returns>Ids of those decided on.</returns>
    public async Task<IReadOnlyList<string>> DecideAllAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        foreach (var item in chosen)
        {
            var outcome = decision.Approve
                ? await ApproveAsync(new Approval { Id = item.Id, Revision = item.Revision, Message = decision.Message }, cancellationToken)
                : await ReturnAsync(item.Id, item.Revision, decision.Message, cancellationToken);
            if (outcome.Result == DecisionResult.Done) done.Add(item.Id);
        }

        return done;
    }

    private async Task<DecisionOutcome> DecideAsync(string id, int revision, Func<Suggestion, CancellationToken, Task<DecisionOutcome>> decide, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            if (await db.Set<Suggestion>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } suggestion) return new DecisionOutcome(DecisionResult.NotFound);
            if (suggestion.State != SuggestionState.Waiting || suggestion.Revision != revision) return new DecisionOutcome(DecisionResult.Stale);
            var outcome = await decide(suggestion, cancellationToken);
            if (outcome.Result == DecisionResult.Done)
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            else
            {
                db.DiscardChanges();
            }

            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else decided between reading and saving.
            db.DiscardChanges();
            return new DecisionOutcome(DecisionResult.Stale);
        }
    }

    private async Task<DecisionOutcome> ApproveAsync(Suggestion suggestion, Approval approval, CancellationToken cancellationToken)
    {
        var why = texts["Why.SuggestedBy", suggestion.Name ?? texts["Who.Reader"].Value].Value;
        if (suggestion.Kind == SuggestionKind.NewListing) return await PublishAsync(suggestion, approval, why, cancellationToken);
        if (suggestion.ListingId is not { } listingId || await db.FindListingAsync(listingId, cancellationToken) is not { } listing) return new DecisionOutcome(DecisionResult.NotFound);

        var merge = new SuggestionMerge(suggestion.Before!, suggestion.After, listing.Snapshot());
        if (approval.Parts is null && !merge.IsFree) return new DecisionOutcome(DecisionResult.NeedsChoice, listing.Slug);
        var known = merge.Parts.Select(part => part.Part).ToList();
        var taken = merge.Take(approval.Parts is null ? known : approval.Parts.Where(known.Contains), approval.OwnWords);
        if (taken.Facts.VenueId != listing.VenueId) await ShowPlaceAsync(taken.Facts.VenueId, cancellationToken);

        // Marked before the page is changed: the editor saves both.
        await CloseAsync(suggestion, SuggestionState.Approved, approval.Message, cancellationToken);
        var (slug, revision) = (listing.Slug, listing.Revision);
        var outcome = await editor.ApproveAsync(listingId, revision, _ => taken, why, cancellationToken);
        if (outcome.Result is EditResult.Stale or EditResult.NotFound) return new DecisionOutcome(DecisionResult.Stale);
        if (outcome.Result == EditResult.Unchanged)
        {
            // The page said it all already, and the editor gave everything up.
            suggestion = await db.Set<Suggestion>().SingleAsync(row => row.Id == suggestion.Id, cancellationToken);
            await CloseAsync(suggestion, SuggestionState.Approved, approval.Message, cancellationToken);
        }

        suggestion.AuditNumber = outcome.AuditNumber;
        if (suggestion is { Kind: SuggestionKind.Change, Email: { } email }) await trust.CountApprovalAsync(email, cancellationToken);
        await mail.ApprovedAsync(suggestion, slug, approval.Message, cancellationToken);
        return new DecisionOutcome(DecisionResult.Done, slug, outcome.AuditNumber);
    }

    private async Task<DecisionOutcome> PublishAsync(Suggestion suggestion, Approval approval, string why, CancellationToken cancellationToken)
    {
        await CloseAsync(suggestion, SuggestionState.Approved, approval.Message, cancellationToken);
        var listing = await newListings.AddAsync(suggestion, why, !approval.KeepHidden, cancellationToken);
        if (approval.Invite && suggestion.Email is { } email)
        {
            if (!await newListings.InviteAsync(listing, email, cancellationToken)) return new DecisionOutcome(DecisionResult.NoRole);
            await trust.CountApprovalAsync(email, cancellationToken);
        }
        else if (!approval.KeepHidden)
        {
            await mail.ApprovedAsync(suggestion, listing.Slug, approval.Message, cancellationToken);
        }

        return new DecisionOutcome(DecisionResult.Done, listing.Slug);
    }

    private async Task<DecisionOutcome> ReturnAsync(Suggestion suggestion, string? message, CancellationToken cancellationToken)
    {
        var isKeepers = suggestion.Kind == SuggestionKind.Change;
        if (isKeepers && message is null) return new DecisionOutcome(DecisionResult.NeedsMessage);
        await CloseAsync(suggestion, isKeepers ? SuggestionState.Returned : SuggestionState.Declined, message, cancellationToken);
        var slug = await db.Set<Listing>().Where(listing => listing.Id == suggestion.ListingId).Select(listing => listing.Slug).SingleOrDefaultAsync(cancellationToken);
        if (message is not null) await mail.ReturnedAsync(suggestion, slug, message, cancellationToken);
        return new DecisionOutcome(DecisionResult.Done, slug);
    }

    private async Task CloseAsync(Suggestion suggestion, SuggestionState state, string? message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        suggestion.Decide(state, actor.Name, now);
        if (message is not null) suggestion.Messages = [.. suggestion.Messages, new SuggestionMessage(now, actor.Name, message)];
        audit.Record("suggestion." + state.ToString().ToLowerInvariant(), "suggestion", suggestion.Id, why: message);
        await assignments.ForgetAsync(suggestion.Kind == SuggestionKind.NewListing ? NewListingSource.Name : SuggestionSource.Name, suggestion.Id, cancellationToken);
    }

    /// <summary>A place that was made for a change is offered to everybody once the change is approved.</summary>
    private async Task ShowPlaceAsync(string? venueId, CancellationToken cancellationToken)
    {
        if (venueId is null || await db.FindVenueAsync(venueId, cancellationToken) is not { Published: false } venue) return;
        venue.Published = true;
        audit.Record("venue.shown", "venue", venueId);
    }
}

/// <summary>A moderator's yes.</summary>
internal sealed record Approval
{
    public required string Id { get; init; }

    /// <summary>Revision that was seen.</summary>
    public required int Revision { get; init; }

    /// <summary>The parts to take; null for all, which only goes where nobody else has changed the same.</summary>
    public IReadOnlyCollection<string>? Parts { get; init; }

    /// <summary>Better words, by part.</summary>
    public IReadOnlyDictionary<string, string?> OwnWords { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>What to write to whoever suggested it; null for nothing more than that it is public.</summary>
    public string? Message { get; init; }

    /// <summary>True to ask whoever suggested a new group to keep its page.</summary>
    public bool Invite { get; init; }

    /// <summary>True to make the page of a new group without showing it yet.</summary>
    public bool KeepHidden { get; init; }
}

internal enum DecisionResult
{
    Done,
    NotFound,

    /// <summary>Somebody else decided, or changed it, since it was shown.</summary>
    Stale,

    /// <summary>The page changed in the same place meanwhile: a person has to choose.</summary>
    NeedsChoice,

    /// <summary>Nothing goes back to a volunteer without a word.</summary>
    NeedsMessage,

    /// <summary>The site has no role for those who keep pages.</summary>
    NoRole,
}

/// <summary>What came of a decision.</summary>
/// <param name="Slug">Of the group it was about.</param>
/// <param name="AuditNumber">Number of the entry in the group's history.</param>
internal sealed record DecisionOutcome(DecisionResult Result, string? Slug = null, long? AuditNumber = null);
