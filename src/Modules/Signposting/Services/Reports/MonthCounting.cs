using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Services.Reports;

/// <summary>Counts months for good, and keeps for those still open what people leave who are erased.</summary>
internal sealed class MonthCounting(PortalDbContext db, CourseReader courses, TraitsReader traits, PathwayRules rules, IUnmetNeedCounts unmet, IDeprivation deprivation, PrivateText texts, AuditLog audit, DateWords dates, TimeProvider clock)
{
    public const string AuditSubject = "report";
    private const int Batch = 500;
    private const int Attempts = 3;

    /// <summary>Counts every month that is over and was not counted yet. Answers with how many that were.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryCountAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Somebody was erased meanwhile.
                db.DiscardChanges();
            }
        }
    }

    /// <summary>Keeps the counts of somebody who is being erased, for the months that are not final yet. The caller's transaction keeps other writers waiting.</summary>
    public async Task KeepAsync(string personId, CancellationToken cancellationToken)
    {
        if (await courses.OfAsync([personId], cancellationToken) is not [var one]) return;
        var thisMonth = Months.Of(dates.Today);
        var first = one.Course.Referrals.Select(referral => referral.SentOn).Append(one.Course.BegunOn!.Value).Min();
        var counting = await NewAsync(await OpenAsync(Months.Of(first), thisMonth, cancellationToken), cancellationToken);
        await CountBatchAsync(counting, [one], cancellationToken);
        // Who is erased is not there on the last day of this month.
        foreach (var measures in counting.Counted.GetValueOrDefault(thisMonth)?.Teams.Values ?? Enumerable.Empty<Dictionary<string, Dictionary<string, int>>>())
        {
            foreach (var measure in Measure.AtTheEnd) measures.Remove(measure);
        }

        foreach (var (month, row) in await RowsAsync([.. counting.Counted.Keys], cancellationToken)) row.Keep(texts, counting.Counted[month]);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<int> TryCountAsync(CancellationToken cancellationToken)
    {
        var due = await DueAsync(cancellationToken);
        if (due.Count == 0) return 0;
        // Each month has a row before it is counted: an erasure meanwhile changes it, so that this is found out and done again.
        var rows = await RowsAsync(due, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var counting = await NewAsync(due, cancellationToken);
        var batch = new List<ReadCourse>(Batch);
        await foreach (var course in courses.AllAsync(cancellationToken))
        {
            batch.Add(course);
            if (batch.Count == Batch) await CountBatchAsync(counting, batch, cancellationToken);
        }

        await CountBatchAsync(counting, batch, cancellationToken);
        foreach (var need in await unmet.ReadAsync(Months.FirstDay(due[0]), Months.LastDay(due[^1]), cancellationToken))
        {
            counting.Add(need.Week, MonthCounts.NoTeam, Measure.UnmetKinds, need.Kind, need.Count);
            counting.Add(need.Week, MonthCounts.NoTeam, Measure.UnmetAreas, need.Area, need.Count);
        }

        foreach (var (month, row) in rows)
        {
            row.Finish(texts, counting.Counted.GetValueOrDefault(month) ?? new MonthCounts(), clock.GetUtcNow());
            audit.Record("report.month-counted", AuditSubject, row.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        return due.Count;
    }

    private async Task CountBatchAsync(CourseCounting counting, List<ReadCourse> batch, CancellationToken cancellationToken)
    {
        var reached = batch.SelectMany(course => counting.Count(course.Course).Select(contact => (course.Course.Team, Contact: contact, Person: course.Person!))).ToList();
        var postcodes = reached.Select(one => traits.PostcodeOf(one.Person)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var deciles = postcodes.Count == 0 ? new Dictionary<string, int>(StringComparer.Ordinal) : await deprivation.DecilesAsync(postcodes, cancellationToken);
        foreach (var (team, contact, person) in reached)
            counting.CountReached(team, contact, traits.Read(person, contact.On, postcode => deciles.TryGetValue(postcode, out var decile) ? decile : null));
        batch.Clear();
    }

    private async Task<CourseCounting> NewAsync(IReadOnlyCollection<int> months, CancellationToken cancellationToken)
        => new(months, (await rules.ReadAsync(cancellationToken)).First.Key, dates.DateOf);

    /// <summary>The months from the first of which there is anything to the last that is over, without those counted.</summary>
    private async Task<IReadOnlyList<int>> DueAsync(CancellationToken cancellationToken)
    {
        var kept = await db.Set<CountedMonth>().OrderBy(month => month.Id).Select(month => month.Id).FirstOrDefaultAsync(cancellationToken);
        List<int> known = [];
        if (kept is not null) known.Add(ReportBooks.MonthOf(kept));
        if (await courses.FirstDayAsync(cancellationToken) is { } first) known.Add(Months.Of(first));
        return known.Count == 0 ? [] : await OpenAsync(known.Min(), Months.LastClosed(dates.Today), cancellationToken);
    }

    private async Task<IReadOnlyList<int>> OpenAsync(int first, int last, CancellationToken cancellationToken)
    {
        var final = await db.Set<CountedMonth>().Where(month => month.IsFinal).Select(month => month.Id).ToListAsync(cancellationToken);
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(month => !final.Contains(ReportBooks.IdOf(month), StringComparer.Ordinal))];
    }

    /// <summary>The rows of some months, new where there are none.</summary>
    private async Task<IReadOnlyDictionary<int, CountedMonth>> RowsAsync(IReadOnlyCollection<int> months, CancellationToken cancellationToken)
    {
        var ids = months.ToDictionary(ReportBooks.IdOf, month => month, StringComparer.Ordinal);
        var rows = await db.Set<CountedMonth>().Where(month => ids.Keys.Contains(month.Id)).ToListAsync(cancellationToken);
        foreach (var id in ids.Keys.Except(rows.Select(row => row.Id), StringComparer.Ordinal).ToList())
        {
            var row = new CountedMonth { Id = id };
            db.Add(row);
            rows.Add(row);
        }

        return rows.ToDictionary(row => ids[row.Id]);
    }
}
