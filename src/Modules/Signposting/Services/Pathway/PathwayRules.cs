using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Services.Pathway;

/// <summary>The way people go through the tenant's service, as it was set.</summary>
internal sealed class PathwayRules(PortalDbContext db, IBankHolidays holidays, DateWords dates, AuditLog audit)
{
    private PathwaySettings? read;

    /// <summary>The settings; read once in a scope.</summary>
    public async Task<PathwaySettings> ReadAsync(CancellationToken cancellationToken)
        => read ??= await Setting.ReadAsync(db, PathwaySettings.Name, new PathwaySettings(), cancellationToken);

    /// <summary>What is suggested as the next step, from today.</summary>
    public async Task<NextStepRule> NextAsync(CancellationToken cancellationToken)
        => new(await ReadAsync(cancellationToken), new WorkingDays(await holidays.ReadAsync(cancellationToken)), dates.Today);

    /// <summary>The settings where somebody set them; null where the program's own hold.</summary>
    public Task<PathwaySettings?> ReadSetAsync(CancellationToken cancellationToken) => Setting.ReadAsync<PathwaySettings?>(db, PathwaySettings.Name, null, cancellationToken);

    /// <summary>Sets them without saving.</summary>
    /// <returns>False when nothing was different.</returns>
    public async Task<bool> SetAsync(PathwaySettings settings, CancellationToken cancellationToken)
    {
        if (!audit.Record("pathway.changed", "settings", PathwaySettings.Name, await Setting.ReadAsync(db, PathwaySettings.Name, new PathwaySettings(), cancellationToken), settings)) return false;
        await Setting.WriteAsync(db, PathwaySettings.Name, settings, cancellationToken);
        read = settings;
        return true;
    }

    /// <returns>False when nothing was different.</returns>
    public async Task<bool> SaveAsync(PathwaySettings settings, CancellationToken cancellationToken)
    {
        if (!await SetAsync(settings, cancellationToken)) return false;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>How many people who are helped are in each stage, by its key; nobody by name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> PeopleInAsync(CancellationToken cancellationToken)
        => await db.Set<Person>().Where(person => person.ClosedAt == null).GroupBy(person => person.Stage).Select(stage => new { stage.Key, Count = stage.Count() })
            .ToDictionaryAsync(stage => stage.Key, stage => stage.Count, StringComparer.Ordinal, cancellationToken);
}
