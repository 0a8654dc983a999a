using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Security;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Reports;

namespace Portal.Signposting.Services.Reports;

/// <summary>What reports there are.</summary>
/// <param name="Periods">Each kind with its periods that are over, the newest first; kinds without any are left out.</param>
/// <param name="FirstOn">Where there is none yet: the day on which the first month will be counted.</param>
internal sealed record ReportChoices(IReadOnlyList<ReportPeriod> Periods, IReadOnlyList<Team> Teams, DateOnly FirstOn);

/// <summary>Hands out reports. The audit trail says who looked at which, and who took one away; never a figure.</summary>
internal sealed class ReportDesk(ReportBooks books, ReportWriter writer, PortalDbContext db, AuditLog audit, CurrentActor actor, DateWords dates, TimeProvider clock)
{
    private const string Viewed = "report.viewed";
    private const string Exported = "report.exported";
    private const int MostMonths = 24;
    private const int MostQuarters = 12;
    private static readonly TimeSpan sameViewing = TimeSpan.FromHours(1);

    public async Task<ReportChoices> ChoicesAsync(CancellationToken cancellationToken)
    {
        var teams = await db.Set<Team>().AsNoTracking().OrderBy(team => team.Name).ToListAsync(cancellationToken);
        var periods = await books.RangeAsync(cancellationToken) is { } range
            ? Enum.GetValues<PeriodKind>().SelectMany(kind => ReportPeriod.Finished(kind, range.First, range.Last).Take(kind switch { PeriodKind.Month => MostMonths, PeriodKind.Quarter => MostQuarters, _ => int.MaxValue })).ToList()
            : [];
        return new ReportChoices(periods, teams, Months.ClosesOn(Months.LastClosed(dates.Today) + 1));
    }

    /// <summary>A report; null when there is no such period that is over, or no such team.</summary>
    public async Task<Report?> OpenAsync(string period, string? teamId, bool isExport, CancellationToken cancellationToken)
    {
        if (ReportPeriod.Parse(period) is not { } asked || await books.RangeAsync(cancellationToken) is not { } range || asked.Span.Last > range.Last || asked.Span.Last < range.First) return null;
        var team = teamId is null ? null : await db.Set<Team>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == teamId, cancellationToken);
        if (teamId is not null && team is null) return null;
        var report = await writer.WriteAsync(asked, team, cancellationToken);
        await RecordAsync(teamId is null ? asked.Key : $"{asked.Key}/{teamId}", isExport, cancellationToken);
        return report;
    }

    private async Task RecordAsync(string subject, bool isExport, CancellationToken cancellationToken)
    {
        var (me, since) = (actor.Id, clock.GetUtcNow() - sameViewing);
        if (!isExport && await audit.Of(MonthCounting.AuditSubject, subject).AnyAsync(entry => entry.Actor == me && entry.Action == Viewed && entry.At > since, cancellationToken)) return;
        audit.Record(isExport ? Exported : Viewed, MonthCounting.AuditSubject, subject);
        await db.SaveChangesAsync(cancellationToken);
    }
}
