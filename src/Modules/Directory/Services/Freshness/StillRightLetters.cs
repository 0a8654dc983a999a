using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>A group that may be asked, and whom.</summary>
internal sealed record SilentGroup(string Id, string Slug, string Culture, FreshnessFacts Facts, DateOnly? AskedOn, IReadOnlyList<string> Addresses, bool HasKeepers);

/// <summary>
/// Asks those who keep pages whether they are still right: once in an interval for each group, one letter for each person. What
/// was asked and the letters are saved together, so that a second run on the same day finds nothing to do.
/// </summary>
internal sealed class StillRightLetters(PortalDbContext db, FreshnessReader reader, StillRightMail mail, AuditLog audit, SiteAddresses addresses)
{
    /// <summary>More letters than these wait for the next day: a mail server that sends thousands at once is taken for a nuisance.</summary>
    public const int MostADay = 200;

    /// <returns>How many letters were written.</returns>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        var rule = await reader.ReadAsync(cancellationToken);
        var groups = await ReadAsync(rule, null, cancellationToken);
        var chosen = new List<SilentGroup>();
        var readers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => (group.HasKeepers || rule.HasSettled(group.Facts)) && rule.IsToBeAsked(group.Facts, group.AskedOn)).OrderBy(group => rule.Since(group.Facts)).ThenBy(group => group.Id, StringComparer.Ordinal))
        {
            if (readers.Count >= MostADay) break;
            chosen.Add(group);
            readers.UnionWith(group.Addresses);
        }

        var known = chosen.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        chosen.AddRange(groups.Where(group => !known.Contains(group.Id) && (group.HasKeepers || rule.HasSettled(group.Facts)) && group.Addresses.All(readers.Contains) && rule.IsToBeAskedSoon(group.Facts, group.AskedOn)));
        await WriteAsync(rule, chosen, null, cancellationToken);
        return readers.Count;
    }

    /// <summary>Asks about one group now, because a moderator wants it; false when there is nobody to ask.</summary>
    /// <param name="words">What the moderator adds; null for nothing.</param>
    public async Task<bool> WriteNowAsync(string listingId, string? words, CancellationToken cancellationToken)
    {
        // A page asks for it: a host that was forged would lead to somebody else's site.
        if (!addresses.IsHostCertain) return false;
        var rule = await reader.ReadAsync(cancellationToken);
        var groups = await ReadAsync(rule, listingId, cancellationToken);
        if (groups.Count == 0) return false;
        await WriteAsync(rule, groups, words, cancellationToken);
        return true;
    }

    private async Task WriteAsync(Freshness rule, IReadOnlyList<SilentGroup> groups, string? words, CancellationToken cancellationToken)
    {
        if (groups.Count == 0) return;
        var ids = groups.Select(group => group.Id).ToList();
        var rows = await db.Set<ListingFreshness>().Where(row => ids.Contains(row.ListingId)).ToDictionaryAsync(row => row.ListingId, StringComparer.Ordinal, cancellationToken);
        foreach (var group in groups)
        {
            if (!rows.TryGetValue(group.Id, out var row)) db.Add(row = new ListingFreshness { ListingId = group.Id });
            row.Ask(rule.Today, group.Facts.AssuredOn);
            audit.Record("listing.asked", "listing", group.Id);
        }

        await mail.WriteAsync(rule, groups, words, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Groups of which nobody has said anything for about so long that they are asked, or whose break ends soon, with whom to ask; those with nobody are left out.</summary>
    private async Task<IReadOnlyList<SilentGroup>> ReadAsync(Freshness rule, string? onlyId, CancellationToken cancellationToken)
    {
        var listings = db.Set<Listing>().AsNoTracking().Where(listing => listing.Published);
        if (onlyId is not null)
        {
            listings = listings.Where(listing => listing.Id == onlyId);
        }
        else
        {
            var ahead = rule.Today.AddDays(Freshness.TogetherDays - rule.Settings.AskAfterDays);
            var (today, soon) = (rule.Today, rule.Today.AddDays(Freshness.BeforeRestartDays));
            listings = listings.Where(listing => listing.AssuredOn == null || listing.AssuredOn < ahead || (listing.BackOn > today && listing.BackOn <= soon));
        }

        var found = await listings.Select(listing => new
        {
            listing.Id,
            listing.Slug,
            listing.Culture,
            listing.AssuredOn,
            listing.AddedAt,
            listing.BackOn,
            listing.Places,
            Published = listing.ContactPrivate ? null : listing.ContactEmail,
            Keepers = listing.Maintainers.Select(maintainer => maintainer.Email).ToList(),
            AskedOn = db.Set<ListingFreshness>().Where(row => row.ListingId == listing.Id).Select(row => row.AskedOn).FirstOrDefault(),
        }).AsSplitQuery().ToListAsync(cancellationToken);
        return
        [
            .. found.Select(listing => new SilentGroup(
                    listing.Id, listing.Slug, listing.Culture, reader.FactsOf(listing.AssuredOn, listing.AddedAt, listing.BackOn, listing.Places), listing.AskedOn,
                    AddressesOf(rule.Settings, listing.Keepers, listing.Published), listing.Keepers.Count > 0))
                .Where(group => group.Addresses.Count > 0),
        ];
    }

    private static IReadOnlyList<string> AddressesOf(FreshnessSettings settings, IReadOnlyList<string> keepers, string? published)
        => keepers.Count > 0 ? keepers : settings.AsksPublishedAddresses && published is { Length: > 0 } ? [published.Trim().ToLowerInvariant()] : [];
}
