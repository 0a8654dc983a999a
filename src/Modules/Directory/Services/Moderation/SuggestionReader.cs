using Microsoft.EntityFrameworkCore;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>One part of a suggestion in words.</summary>
/// <param name="Part">See <see cref="SnapshotParts.Changed"/>.</param>
/// <param name="Differences">What the page says now and what is suggested.</param>
/// <param name="Since">What the page said when the suggestion was begun and what it says now, where somebody else changed it.</param>
/// <param name="Words">The words suggested, where a moderator may write better ones.</param>
/// <param name="Culture">Language of the words.</param>
internal sealed record PartInWords(string Part, PartStanding Standing, IReadOnlyList<Difference> Differences, IReadOnlyList<Difference> Since, string? Words, string? Culture)
{
    /// <summary>Id of the photo suggested; null where the part is something else, or the photo is to go.</summary>
    public string? PhotoId { get; init; }
}

/// <summary>A suggestion with the page it would change and the difference in words.</summary>
/// <param name="Listing">The page; null for a new group.</param>
internal sealed record SuggestionInWords(Suggestion Suggestion, Listing? Listing, SuggestionMerge? Merge, IReadOnlyList<PartInWords> Parts);

/// <summary>Reads suggestions for moderators and for those who made them.</summary>
internal sealed class SuggestionReader(PortalDbContext db, ListingInWords words)
{
    private const string Photo = $"{nameof(ListingSnapshot.Facts)}.{nameof(ListingFacts.PhotoId)}";

    /// <summary>The suggestion; null when there is none.</summary>
    public async Task<SuggestionInWords?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await db.Set<Suggestion>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } suggestion) return null;
        if (suggestion.Before is null) return new SuggestionInWords(suggestion, null, null, await NewAsync(suggestion, cancellationToken));
        var listing = suggestion.ListingId is { } listingId ? await db.FindListingAsync(listingId, cancellationToken) : null;
        if (listing is null) return new SuggestionInWords(suggestion, null, null, []);

        // What was decided is shown as it was; what waits is shown against the page as it is.
        var now = suggestion.IsOpen ? listing.Snapshot() : SnapshotParts.ToSnapshot(SnapshotParts.Parse(suggestion.Before));
        var merge = new SuggestionMerge(suggestion.Before, suggestion.After, now);
        return new SuggestionInWords(suggestion, listing, merge, await SayAsync(merge, now, cancellationToken));
    }

    /// <summary>What a suggestion would alter, as a whole.</summary>
    public async Task<IReadOnlyList<Difference>> CompareAsync(ListingSnapshot seen, ListingSnapshot suggested, CancellationToken cancellationToken)
        => (await words.CompareAsync([(seen, suggested)], cancellationToken))[0];

    private async Task<IReadOnlyList<PartInWords>> SayAsync(SuggestionMerge merge, ListingSnapshot now, CancellationToken cancellationToken)
    {
        var pairs = merge.Parts.SelectMany(part => new[] { (now, merge.Take([part.Part])), (merge.WithPartAsBefore(part.Part), now) }).ToList();
        var said = await words.CompareAsync(pairs, cancellationToken);
        return
        [
            .. merge.Parts.Select((part, place) => new PartInWords(
                part.Part, part.Standing, said[place * 2], part.Standing == PartStanding.Free ? [] : said[(place * 2) + 1], WordsOf(merge, part.Part), CultureOf(part.Part))
            {
                PhotoId = part.Part == Photo ? merge.TextOf(part.Part) : null,
            }),
        ];
    }

    /// <summary>A new group: everything it says, beside nothing.</summary>
    private async Task<IReadOnlyList<PartInWords>> NewAsync(Suggestion suggestion, CancellationToken cancellationToken)
    {
        var after = SnapshotParts.ToSnapshot(SnapshotParts.Parse(suggestion.After));

        // Also what is the same as nothing said, being free, is told to the moderator.
        var cost = after.Facts.Cost == Cost.Free ? Cost.Donation : Cost.Free;
        var nothing = after with { Facts = new ListingFacts { Cost = cost }, Texts = new Dictionary<string, ListingWords>(StringComparer.Ordinal) };
        return [new PartInWords("", PartStanding.Free, await CompareAsync(nothing, after, cancellationToken), [], null, null)];
    }

    /// <summary>Words that a moderator may write better: those of the group in some language.</summary>
    private static string? WordsOf(SuggestionMerge merge, string part) => part.StartsWith("Texts.", StringComparison.Ordinal) ? merge.TextOf(part) : null;

    private static string? CultureOf(string part) => part.StartsWith("Texts.", StringComparison.Ordinal) ? part.Split('.')[1] : null;
}
