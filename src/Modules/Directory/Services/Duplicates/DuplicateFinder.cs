using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Search.Contracts;

namespace Portal.Directory.Services.Duplicates;

/// <summary>
/// Looks for listings that may be one group. Only those are compared that share a contact, a venue or a postcode: the name and
/// the time alone are never enough (see <see cref="DuplicateScore"/>). Four queries, however many listings there are.
/// </summary>
internal sealed class DuplicateFinder(PortalDbContext db, TimeProvider clock)
{
    /// <summary>What more listings than this share, all of them and not some pairs, says nothing of any two.</summary>
    private const int MostSharing = 500;

    /// <summary>Looks at all that the public sees, and notes what is new. What was decided stays decided; what is no longer likely is forgotten.</summary>
    /// <returns>How many were found that nobody has been asked about.</returns>
    public async Task<int> FindAsync(CancellationToken cancellationToken)
    {
        var profiles = await ProfilesAsync(null, cancellationToken);
        var likely = Likely(profiles).ToDictionary(pair => (pair.First, pair.Second));
        var known = await db.Set<DuplicateCandidate>().ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var candidate in known.Where(candidate => candidate.State == DuplicateState.Waiting))
        {
            if (likely.TryGetValue((candidate.FirstId, candidate.SecondId), out var pair)) (candidate.Points, candidate.Reasons) = (pair.Points, pair.Reasons);
            else if (!candidate.ByHand) db.Remove(candidate);
        }

        var asked = known.Select(candidate => (candidate.FirstId, candidate.SecondId)).ToHashSet();
        var found = likely.Values.Where(pair => !asked.Contains((pair.First, pair.Second))).ToList();
        foreach (var pair in found)
        {
            db.Add(new DuplicateCandidate { Id = Ids.New(clock), FirstId = pair.First, SecondId = pair.Second, Points = pair.Points, Reasons = pair.Reasons, FoundAt = now });
        }

        await db.SaveChangesAsync(cancellationToken);
        return found.Count;
    }

    /// <summary>Puts two listings side by side at somebody's wish, whatever the rule says.</summary>
    /// <returns>Id of the pair.</returns>
    public async Task<string> PutSideBySideAsync(string id, string otherId, string by, CancellationToken cancellationToken)
    {
        var (first, second) = InOrder(id, otherId);
        var candidate = await db.Set<DuplicateCandidate>().SingleOrDefaultAsync(row => row.FirstId == first && row.SecondId == second, cancellationToken);
        if (candidate is { State: DuplicateState.Waiting }) return candidate.Id;
        var now = clock.GetUtcNow();
        if (candidate is null)
        {
            candidate = new DuplicateCandidate { Id = Ids.New(clock), FirstId = first, SecondId = second, FoundAt = now };
            db.Add(candidate);
        }

        var profiles = await ProfilesAsync([first, second], cancellationToken);
        if (profiles is [var a, var b]) (candidate.Points, candidate.Reasons) = DuplicateScore.Of(a, b, new NameLikeness(profiles), _ => 1);
        candidate.ByHand = true;
        candidate.Decide(DuplicateState.Waiting, now, by);
        await db.SaveChangesAsync(cancellationToken);
        return candidate.Id;
    }

    private static IEnumerable<(string First, string Second, int Points, IReadOnlyList<DuplicateReason> Reasons)> Likely(IReadOnlyList<DuplicateProfile> profiles)
    {
        var names = new NameLikeness(profiles);
        var sharing = profiles.SelectMany(profile => KeysOf(profile).Select(key => (Key: key, Profile: profile))).ToLookup(pair => pair.Key, pair => pair.Profile, StringComparer.Ordinal);
        var seen = new HashSet<(string, string)>();
        foreach (var group in sharing.Where(group => group.Skip(1).Any() && !group.Skip(MostSharing).Any()))
        {
            var members = group.ToList();
            for (var i = 0; i < members.Count; i++)
            {
                for (var j = i + 1; j < members.Count; j++)
                {
                    var (first, second) = InOrder(members[i].Id, members[j].Id);
                    if (!seen.Add((first, second))) continue;
                    var (points, reasons) = DuplicateScore.Of(members[i], members[j], names, key => sharing[key].Count());
                    if (points >= DuplicateScore.Threshold) yield return (first, second, points, reasons);
                }
            }
        }
    }

    private static IEnumerable<string> KeysOf(DuplicateProfile profile)
    {
        foreach (var contact in profile.Contacts) yield return contact;
        if (profile.VenueId is { } venue) yield return "venue:" + venue;
        if (profile.Postcode is { } postcode) yield return "postcode:" + postcode;
    }

    private static (string First, string Second) InOrder(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private async Task<IReadOnlyList<DuplicateProfile>> ProfilesAsync(string[]? only, CancellationToken cancellationToken)
    {
        var listings = db.Set<Listing>().AsNoTracking();
        listings = only is null ? listings.Where(listing => listing.Published) : listings.Where(listing => only.Contains(listing.Id));
        var rows = await listings.Select(listing => new
        {
            listing.Id,
            listing.VenueId,
            listing.ContactPhone,
            listing.ContactText,
            listing.ContactEmail,
            listing.ContactWebsite,
            listing.Schedules,
        }).ToListAsync(cancellationToken);
        var titles = (await db.Set<ListingText>().AsNoTracking().Where(text => listings.Any(listing => listing.Id == text.ListingId)).Select(text => new { text.ListingId, text.Title }).ToListAsync(cancellationToken))
            .ToLookup(text => text.ListingId, text => SearchWords.Of(text.Title), StringComparer.Ordinal);
        var venues = await db.Set<Venue>().AsNoTracking().Where(venue => listings.Any(listing => listing.VenueId == venue.Id))
            .Select(venue => new { venue.Id, venue.Postcode, venue.Latitude, venue.Longitude }).ToDictionaryAsync(venue => venue.Id, StringComparer.Ordinal, cancellationToken);
        return
        [
            .. rows.Select(row =>
            {
                var venue = row.VenueId is { } id ? venues.GetValueOrDefault(id) : null;
                return new DuplicateProfile
                {
                    Id = row.Id,
                    Names = [.. titles[row.Id]],
                    Contacts = DuplicateProfile.ContactsOf(row.ContactPhone, row.ContactText, row.ContactEmail, row.ContactWebsite),
                    VenueId = row.VenueId,
                    Postcode = venue?.Postcode,
                    Point = venue is { Latitude: { } latitude, Longitude: { } longitude } ? new Point(latitude, longitude) : null,
                    Schedules = row.Schedules,
                };
            }),
        ];
    }
}
