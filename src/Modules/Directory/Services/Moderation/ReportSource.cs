using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>What readers say is wrong, in the queue.</summary>
internal sealed class ReportSource(PortalDbContext db, ReportBox reports) : IModerationSource
{
    public const string Name = "report";

    public string Kind => Name;

    public int Order => 30;

    public Task<int> CountAsync(ModerationFilter filter, CancellationToken cancellationToken) => Waiting(filter).CountAsync(cancellationToken);

    public async Task<IReadOnlyList<ModerationRow>> OldestAsync(ModerationFilter filter, int most, CancellationToken cancellationToken)
        => await Waiting(filter).OrderBy(report => report.At).ThenBy(report => report.Id).Take(most)
            .Join(
                db.Set<Listing>(), report => report.ListingId, listing => listing.Id,
                (report, listing) => new ModerationRow(
                    Name, report.Id, 0, listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(), listing.Culture,
                    report.ReplyTo, report.At, report.Message, report.Language, "/manage/moderation/reports/" + report.Id))
            .ToListAsync(cancellationToken);

    /// <summary>Both ways call it done; the words go to those who left an address.</summary>
    public async Task<IReadOnlyList<string>> DecideAsync(IReadOnlyList<ChosenItem> chosen, BulkDecision decision, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        foreach (var item in chosen)
        {
            if (await reports.FinishAsync(item.Id, decision.Message, cancellationToken)) done.Add(item.Id);
        }

        return done;
    }

    private IQueryable<ListingReport> Waiting(ModerationFilter filter)
    {
        var waiting = db.Set<ListingReport>().AsNoTracking()
            .Where(report => report.DoneAt == null && db.Set<Listing>().Any(listing => listing.Id == report.ListingId));
        if (filter.Only is { } only) waiting = waiting.Where(report => only.Contains(report.Id));
        return filter.Except.Count == 0 ? waiting : waiting.Where(report => !filter.Except.Contains(report.Id));
    }
}
