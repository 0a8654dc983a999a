using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>How the pages of one kind of activity, or of one area, stand.</summary>
/// <param name="Key">Path of the kind, or outcode; <see cref="FreshnessTable.None"/> where there is none.</param>
/// <param name="Name">In the reader's language; null where there is none.</param>
/// <param name="States">How many are in each state, in the order of <see cref="FreshnessState"/>.</param>
internal sealed record FreshnessLine(string Key, string? Name, IReadOnlyList<int> States, int Unkept)
{
    public int Total => States.Sum();
}

/// <summary>A public group in the table.</summary>
internal sealed record FreshGroup(string Id, FreshnessFacts Facts, FreshnessState State, IReadOnlyList<string> ActivityIds, string Area, bool IsKept);

/// <summary>Which groups of the table are asked for; null for any.</summary>
internal sealed record FreshnessFilter(FreshnessState? State, string? Category, string? Area, bool? IsKept);

/// <summary>Counts how fresh the pages are, by kind of activity and by area. A group of two kinds counts in both.</summary>
internal sealed class FreshnessTable(PortalDbContext db, FreshnessReader reader, ITaxonomies taxonomies, TenantContext tenant)
{
    /// <summary>Stands for no kind, or no place, in addresses.</summary>
    public const string None = "-";

    /// <summary>All public groups. One query.</summary>
    public async Task<IReadOnlyList<FreshGroup>> ReadAsync(CancellationToken cancellationToken)
    {
        var rule = await reader.ReadAsync(cancellationToken);
        var rows = await db.Set<Listing>().AsNoTracking().Where(listing => listing.Published).Select(listing => new
        {
            listing.Id,
            listing.AssuredOn,
            listing.AddedAt,
            listing.BackOn,
            listing.Places,
            listing.ActivityIds,
            IsKept = listing.Maintainers.Any(),
            Postcode = db.Set<Venue>().Where(venue => venue.Id == listing.VenueId).Select(venue => venue.Postcode).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => (Row: row, Facts: reader.FactsOf(row.AssuredOn, row.AddedAt, row.BackOn, row.Places)))
                .Select(one => new FreshGroup(one.Row.Id, one.Facts, rule.StateOf(one.Facts), one.Row.ActivityIds, Postcode.Parse(one.Row.Postcode)?.Outcode ?? None, one.Row.IsKept)),
        ];
    }

    /// <summary>A line for each kind of activity, by name.</summary>
    public async Task<IReadOnlyList<FreshnessLine>> ByCategoryAsync(IReadOnlyList<FreshGroup> groups, CancellationToken cancellationToken)
    {
        var terms = await taxonomies.ReadAsync(cancellationToken);
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var lines = groups.SelectMany(group => KindsOf(group, terms).Select(kind => (Kind: kind, Group: group))).GroupBy(pair => pair.Kind, StringComparer.Ordinal)
            .Select(kind => LineOf(kind.Key, terms.FindByPath(TaxonomyIds.Activity, kind.Key)?.NameIn(chain).Name, kind.Select(pair => pair.Group)));
        return [.. lines.OrderBy(line => line.Name is null).ThenBy(line => line.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>A line for each area, the one with most groups first.</summary>
    public static IReadOnlyList<FreshnessLine> ByArea(IReadOnlyList<FreshGroup> groups)
        => [.. groups.GroupBy(group => group.Area, StringComparer.Ordinal).Select(area => LineOf(area.Key, area.Key == None ? null : area.Key, area)).OrderBy(line => line.Name is null).ThenByDescending(line => line.Total).ThenBy(line => line.Key, StringComparer.Ordinal)];

    /// <summary>All of them in one line.</summary>
    public static FreshnessLine Whole(IReadOnlyList<FreshGroup> groups) => LineOf("", null, groups);

    /// <summary>The groups that are asked for, those longest without a word first.</summary>
    public async Task<IReadOnlyList<FreshGroup>> FindAsync(FreshnessFilter filter, CancellationToken cancellationToken)
    {
        var terms = await taxonomies.ReadAsync(cancellationToken);
        var rule = await reader.ReadAsync(cancellationToken);
        return
        [
            .. (await ReadAsync(cancellationToken))
                .Where(group => (filter.State is null || group.State == filter.State) && (filter.Area is null || group.Area == filter.Area) && (filter.IsKept is null || group.IsKept == filter.IsKept)
                    && (filter.Category is null || KindsOf(group, terms).Contains(filter.Category, StringComparer.Ordinal)))
                .OrderBy(group => rule.Since(group.Facts)).ThenBy(group => group.Id, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<string> KindsOf(FreshGroup group, TermList terms)
        => group.ActivityIds.Select(terms.Find).OfType<TermInfo>().Select(term => term.Path).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } kinds ? kinds : [None];

    private static FreshnessLine LineOf(string key, string? name, IEnumerable<FreshGroup> groups)
    {
        var all = groups.ToList();
        return new FreshnessLine(key, name, [.. Enum.GetValues<FreshnessState>().Select(state => all.Count(group => group.State == state))], all.Count(group => !group.IsKept));
    }
}
