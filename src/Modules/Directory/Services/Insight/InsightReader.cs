using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>A week of one page, or of all.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="Ways">How often each way to reach the group was opened, by way.</param>
internal sealed record VisitWeek(DateOnly Week, int Views, IReadOnlyDictionary<string, int> Ways)
{
    public int Contacts => Ways.Values.Sum();
}

/// <summary>A group in the table of all.</summary>
internal sealed record VisitedGroup(string Slug, string Culture, string Title, int Views, int Contacts);

/// <summary>Words that found nothing.</summary>
/// <param name="Days">On how many days.</param>
/// <param name="Weeks">How often in each week, by its Monday.</param>
internal sealed record VainWords(string Words, int Days, int Count, DateOnly LastWeek, IReadOnlyDictionary<DateOnly, int> Weeks);

/// <summary>A kind of activity that was looked for in vain in an area.</summary>
internal sealed record UnmetLine(string Category, string Area, int Count);

/// <summary>Reads what was counted.</summary>
internal sealed class InsightReader(PortalDbContext db, DateWords dates)
{
    /// <summary>Weeks in the tables, this one included.</summary>
    public const int Weeks = 12;

    /// <summary>Weeks that stand for a month.</summary>
    public const int MonthWeeks = 4;

    private const int MostGroups = 200;
    private const int MostLines = 200;

    /// <summary>The weeks of one group, or of all, the newest first; those of which nothing is known have zeros.</summary>
    public async Task<IReadOnlyList<VisitWeek>> WeeksAsync(string? listingId, CancellationToken cancellationToken)
    {
        var first = WeekBefore(Weeks - 1);
        var counts = db.Set<VisitCount>().AsNoTracking().Where(count => count.Week >= first);
        if (listingId is not null) counts = counts.Where(count => count.ListingId == listingId);
        var found = (await counts.GroupBy(count => new { count.Week, count.Kind }).Select(group => new { group.Key.Week, group.Key.Kind, Count = group.Sum(count => count.Count) }).ToListAsync(cancellationToken)).ToLookup(count => count.Week);
        return
        [
            .. Enumerable.Range(0, Weeks).Select(WeekBefore).Select(week => new VisitWeek(
                week, found[week].Where(count => count.Kind == Insight.Views).Sum(count => count.Count),
                found[week].Where(count => count.Kind != Insight.Views).ToDictionary(count => count.Kind, count => count.Count, StringComparer.Ordinal))),
        ];
    }

    /// <summary>How often each of some groups was looked at in the last weeks. One query.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ViewsAsync(IReadOnlyCollection<string> listingIds, CancellationToken cancellationToken)
    {
        var first = WeekBefore(MonthWeeks - 1);
        return await db.Set<VisitCount>().AsNoTracking().Where(count => count.Week >= first && count.Kind == Insight.Views && listingIds.Contains(count.ListingId))
            .GroupBy(count => count.ListingId).Select(group => new { group.Key, Count = group.Sum(count => count.Count) }).ToDictionaryAsync(one => one.Key, one => one.Count, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>The groups that were looked at most in the last weeks.</summary>
    public async Task<IReadOnlyList<VisitedGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        var first = WeekBefore(MonthWeeks - 1);
        var counted = await db.Set<VisitCount>().AsNoTracking().Where(count => count.Week >= first).GroupBy(count => count.ListingId)
            .Select(group => new { Id = group.Key, Views = group.Sum(count => count.Kind == Insight.Views ? count.Count : 0), All = group.Sum(count => count.Count) })
            .OrderByDescending(group => group.Views).ThenBy(group => group.Id).Take(MostGroups).ToListAsync(cancellationToken);
        var ids = counted.ConvertAll(group => group.Id);
        var said = await db.Set<Listing>().AsNoTracking().Where(listing => ids.Contains(listing.Id))
            .Select(listing => new { listing.Id, listing.Slug, listing.Culture, Title = listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First() })
            .ToDictionaryAsync(listing => listing.Id, StringComparer.Ordinal, cancellationToken);
        return [.. counted.Where(group => said.ContainsKey(group.Id)).Select(group => new VisitedGroup(said[group.Id].Slug, said[group.Id].Culture, said[group.Id].Title, group.Views, group.All - group.Views))];
    }

    /// <summary>Words that found nothing on several days; what was typed on fewer is told to nobody.</summary>
    public async Task<IReadOnlyList<VainWords>> WordsAsync(CancellationToken cancellationToken)
    {
        var first = dates.Today.AddDays(-VainSearch.KeptDays);
        var shown = await db.Set<VainSearch>().AsNoTracking().Where(search => search.Day >= first).GroupBy(search => search.Words)
            .Where(group => group.Count() >= VainSearch.FewestDays)
            .Select(group => new { group.Key, Count = group.Sum(search => search.Count) })
            .OrderByDescending(group => group.Count).ThenBy(group => group.Key).Take(MostLines).ToListAsync(cancellationToken);
        var words = shown.ConvertAll(group => group.Key);
        var days = (await db.Set<VainSearch>().AsNoTracking().Where(search => search.Day >= first && words.Contains(search.Words)).ToListAsync(cancellationToken)).ToLookup(search => search.Words, StringComparer.Ordinal);
        return shown.ConvertAll(group => new VainWords(
            group.Key, days[group.Key].Count(), group.Count, VisitCount.WeekOf(days[group.Key].Max(search => search.Day)),
            days[group.Key].GroupBy(search => VisitCount.WeekOf(search.Day)).ToDictionary(week => week.Key, week => week.Sum(search => search.Count))));
    }

    /// <summary>The weeks of the tables, the newest first.</summary>
    public IReadOnlyList<DateOnly> LastWeeks() => [.. Enumerable.Range(0, Weeks).Select(WeekBefore)];

    /// <summary>Kinds of activity and areas for which nothing was found.</summary>
    public async Task<IReadOnlyList<UnmetLine>> NeedsAsync(CancellationToken cancellationToken)
    {
        var first = WeekBefore(Weeks - 1);
        return (await db.Set<UnmetNeed>().AsNoTracking().Where(need => need.Week >= first && (need.Category != UnmetNeed.Any || need.Area != UnmetNeed.Any))
                .GroupBy(need => new { need.Category, need.Area }).Select(group => new { group.Key.Category, group.Key.Area, Count = group.Sum(need => need.Count) })
                .OrderByDescending(group => group.Count).ThenBy(group => group.Category).ThenBy(group => group.Area).Take(MostLines).ToListAsync(cancellationToken))
            .ConvertAll(group => new UnmetLine(group.Category, group.Area, group.Count));
    }

    /// <summary>The Monday so many weeks ago.</summary>
    private DateOnly WeekBefore(int weeks) => VisitCount.WeekOf(dates.Today).AddDays(-7 * weeks);
}
