using Portal.Directory.Contracts;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Matching;

namespace Portal.Signposting.Services.Matching;

/// <summary>A line of the reasons for a suggestion.</summary>
/// <param name="Name">What was looked at: "When".</param>
/// <param name="Words">What was found: "Tuesday mornings".</param>
internal sealed record Reason(string Name, string Words, int Points, bool IsAgainst);

/// <summary>A group that suits, with all that speaks for and against it.</summary>
internal sealed record MatchedGroup(ListingCard Card, IReadOnlyList<Reason> Reasons, bool IsInPlan)
{
    public int Points => Reasons.Sum(reason => reason.Points);
}

/// <summary>The groups that suit what a person wishes.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="PlaceIsUnknown">True when the place they set out from is no longer known.</param>
internal sealed record MatchedGroups(Wishes Wishes, IReadOnlyList<string> LookedFor, IReadOnlyList<MatchedGroup> Best, int Total, bool PlaceIsUnknown);

/// <summary>Finds the groups that suit, by <see cref="MatchRule"/> over the index in memory; only the cards of those shown are read.</summary>
internal sealed class MatchSearch(IItemScan scan, IListings listings, IPlaces places, IRankingAges ages, MatchWords words, PrivateText texts, TenantContext tenant, DateWords dates)
{
    /// <summary>How many are shown.</summary>
    public const int Most = 10;

    /// <summary>The groups for a plan; null when nobody has said what would suit.</summary>
    public async Task<MatchedGroups?> FindAsync(Plan plan, CancellationToken cancellationToken)
        => plan.Wishes(texts) is { IsEmpty: false } wishes ? await FindAsync(wishes, plan, cancellationToken) : null;

    private async Task<MatchedGroups> FindAsync(Wishes wishes, Plan plan, CancellationToken cancellationToken)
    {
        var place = wishes.Place is { } typed ? await places.FindAsync(typed, cancellationToken) : null;
        var asked = new MatchQuestions(wishes);
        // Without a place nothing can be said of distances, and no group is left out for them.
        var rule = new MatchRule(place is null ? wishes with { Place = null } : wishes, asked, dates.Today, (await ages.ReadAsync(cancellationToken)).StaleAfterDays);
        var found = await scan.ScanAsync(
            new ScanQuery { Kind = ListingFacets.Kind, Language = tenant.Language, Near = place?.Point, Asked = asked.Asked, Score = rule.Order, Take = Most },
            cancellationToken);
        var cards = await listings.CardsAsync([.. found.Best.Select(hit => hit.ItemId)], cancellationToken);
        await words.ReadAsync(cancellationToken);
        return new MatchedGroups(
            wishes,
            words.LookedFor(wishes),
            [
                .. found.Best.Where(hit => cards.ContainsKey(hit.ItemId)).Select(hit => new MatchedGroup(
                    cards[hit.ItemId], words.Reasons(rule.Explain(hit.Facts), asked, hit.Facts, cards[hit.ItemId]), plan.Has(StepKind.Listing, hit.ItemId))),
            ],
            found.Total,
            wishes.Place is not null && place is null);
    }
}
