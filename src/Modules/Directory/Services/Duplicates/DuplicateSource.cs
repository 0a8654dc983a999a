using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services.Duplicates;

/// <summary>Listings that may be one group, in the queue.</summary>
internal sealed class DuplicateSource(PortalDbContext db, DuplicateMerge merge, TenantContext tenant, IStringLocalizer<DuplicateText> texts) : IModerationSource
{
    public const string Name = "duplicate";

    public string Kind => Name;

    public int Order => 35;

    public Task<int> CountAsync(ModerationFilter filter, CancellationToken cancellationToken) => Waiting(filter).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<ModerationRow>> OldestAsync(ModerationFilter filter, int most, CancellationToken cancellationToken)
    {
        var rows = await Waiting(filter).OrderBy(candidate => candidate.FoundAt).ThenBy(candidate => candidate.Id).Take(most)
            .Select(candidate => new
            {
                candidate.Id,
                candidate.Points,
                candidate.FoundAt,
                candidate.Reasons,
                candidate.ByHand,
                candidate.DecidedBy,
                First = db.Set<Listing>().Where(listing => listing.Id == candidate.FirstId).Select(listing => listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First()).First(),
                Second = db.Set<Listing>().Where(listing => listing.Id == candidate.SecondId).Select(listing => listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First()).First(),
                Language = db.Set<Listing>().Where(listing => listing.Id == candidate.FirstId).Select(listing => listing.Culture).First(),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ModerationRow(
                Name, row.Id, row.Points, texts["Pair", row.First, row.Second], row.Language, row.ByHand ? row.DecidedBy : texts["Who.Rule"].Value, row.FoundAt,
                string.Join(" · ", row.Reasons.Select(reason => texts["Reason." + reason.Key].Value)), tenant.Language, "/manage/moderation/duplicates/" + row.Id)),
        ];
    }

    /// <summary>To make one page of two, a person has to choose what it says; that they are two groups can be said of several at once.</summary>
    public async Task<IReadOnlyList<string>> DecideAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        if (decision.Approve) return done;
        foreach (var (id, _) in chosen)
        {
            if (await merge.KeepBothAsync(id, decision.Message, cancellationToken) == DecisionResult.Done) done.Add(id);
        }

        return done;
    }

    /// <summary>A pair of which one was taken away meanwhile waits for nobody.</summary>
    private IQueryable<DuplicateCandidate> Waiting(ModerationFilter filter)
    {
        var waiting = db.Set<DuplicateCandidate>().AsNoTracking().Where(candidate => candidate.State == DuplicateState.Waiting
            && db.Set<Listing>().Any(listing => listing.Id == candidate.FirstId && listing.MergedIntoId == null)
            && db.Set<Listing>().Any(listing => listing.Id == candidate.SecondId && listing.MergedIntoId == null));
        if (filter.Only is { } only) waiting = waiting.Where(candidate => only.Contains(candidate.Id));
        return filter.Except.Count == 0 ? waiting : waiting.Where(candidate => !filter.Except.Contains(candidate.Id));
    }
}
