using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Writes down what was counted: each number is added to the one that is there, so that several machines can do it at once.</summary>
internal sealed class VisitBook(PortalDbContext db, DateWords dates)
{
    /// <summary>More different words in a day are not kept: somebody plays with the search.</summary>
    private const int MostWordsADay = 2000;

    public async Task WriteAsync(IEnumerable<CountedVisit> visits, CancellationToken cancellationToken)
    {
        var all = visits.ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await WriteGroupsAsync([.. all.Where(visit => visit.Shown.Kind is not (Insight.Words or Insight.Need))], cancellationToken);
        foreach (var need in all.Where(visit => visit.Shown.Kind == Insight.Need).GroupBy(visit => (Week: VisitCount.WeekOf(visit.Day), visit.Shown.Subject)).OrderBy(need => need.Key.Subject, StringComparer.Ordinal))
        {
            var (week, parts, count) = (need.Key.Week, need.Key.Subject.Split('\n'), need.Sum(visit => visit.Count));
            await UnmetNeeds.AddAsync(db, week, parts[0], parts[^1], count, cancellationToken);
        }

        await WriteWordsAsync([.. all.Where(visit => visit.Shown.Kind == Insight.Words)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task WriteGroupsAsync(IReadOnlyList<CountedVisit> visits, CancellationToken cancellationToken)
    {
        if (visits.Count == 0) return;
        var slugs = visits.Select(visit => visit.Shown.Subject).Distinct(StringComparer.Ordinal).ToList();
        var ids = await db.Set<Listing>().Where(listing => listing.Published && slugs.Contains(listing.Slug)).ToDictionaryAsync(listing => listing.Slug, listing => listing.Id, StringComparer.Ordinal, cancellationToken);
        var counted = visits.Where(visit => ids.ContainsKey(visit.Shown.Subject))
            .GroupBy(visit => (Id: ids[visit.Shown.Subject], Week: VisitCount.WeekOf(visit.Day), visit.Shown.Kind))
            .OrderBy(one => one.Key.Id, StringComparer.Ordinal).ThenBy(one => one.Key.Kind, StringComparer.Ordinal);
        foreach (var one in counted)
        {
            var (id, week, kind, count) = (one.Key.Id, one.Key.Week, one.Key.Kind, one.Sum(visit => visit.Count));
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO directory_visit_counts ("ListingId", "Week", "Kind", "Count") VALUES ({id}, {week}, {kind}, {count}) ON CONFLICT ("ListingId", "Week", "Kind") DO UPDATE SET "Count" = directory_visit_counts."Count" + excluded."Count" """,
                cancellationToken);
        }
    }

    private async Task WriteWordsAsync(IReadOnlyList<CountedVisit> visits, CancellationToken cancellationToken)
    {
        if (visits.Count == 0) return;
        var oldest = dates.Today.AddDays(-VainSearch.KeptDays);
        await db.Set<VainSearch>().Where(search => search.Day < oldest).ExecuteDeleteAsync(cancellationToken);
        var today = dates.Today;
        var room = MostWordsADay - await db.Set<VainSearch>().CountAsync(search => search.Day == today, cancellationToken);
        foreach (var (day, shown, count) in visits.OrderBy(visit => visit.Shown.Subject, StringComparer.Ordinal).Take(Math.Max(0, room)))
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO directory_vain_searches ("Day", "Words", "Count") VALUES ({day}, {shown.Subject}, {count}) ON CONFLICT ("Day", "Words") DO UPDATE SET "Count" = directory_vain_searches."Count" + excluded."Count" """,
                cancellationToken);
        }
    }
}
