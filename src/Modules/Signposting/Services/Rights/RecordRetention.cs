using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>A record whose time is over.</summary>
/// <param name="ChildUntil">Where the person was a child when it was finished: the birthday until which it is usual to keep it, when that is still to come.</param>
internal sealed record DueRecord(string Id, string Name, DateOnly ClosedOn, DateOnly? KeptUntil, DateOnly? ChildUntil);

/// <summary>For how long finished records are kept, and which are to be looked at. Nothing is removed by itself.</summary>
internal sealed class RecordRetention(PortalDbContext db, PersonAccess access, PrivateText texts, AuditLog audit, DateWords dates, TimeProvider clock)
{
    private const int PageSize = 50;
    private const int Adult = 18;

    /// <summary>The rule of the tenant.</summary>
    public Task<RetentionSettings> RuleAsync(CancellationToken cancellationToken) => Setting.ReadAsync(db, RetentionSettings.Name, new RetentionSettings(), cancellationToken);

    /// <summary>Changes the rule. False when it was so already.</summary>
    public async Task<bool> SaveRuleAsync(RetentionSettings rule, CancellationToken cancellationToken)
    {
        if (!audit.Record("retention.changed", "settings", RetentionSettings.Name, await RuleAsync(cancellationToken), rule)) return false;
        await Setting.WriteAsync(db, RetentionSettings.Name, rule, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>How many records of the tenant are due.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellationToken) => await Due(db.Set<Person>(), await RuleAsync(cancellationToken)).CountAsync(cancellationToken);

    /// <summary>The records due that the reader may see, those finished longest ago first.</summary>
    public async Task<Page<DueRecord>> ListAsync(int page, CancellationToken cancellationToken)
    {
        var rows = await Due((await access.VisibleAsync()).AsNoTracking(), await RuleAsync(cancellationToken))
            .OrderBy(person => person.ClosedAt).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.SealedWho, person.ClosedAt, person.KeepUntil })
            .ToPageAsync(page, PageSize, cancellationToken);
        if (rows.Total > 0) await access.RecordViewAsync("due", cancellationToken);
        return new Page<DueRecord>(
            [.. rows.Items.Select(row => Of(row.Id, SectionJson.Read<Who>(row.SealedWho is null ? null : texts.Open(row.SealedWho, row.Id, nameof(Person.SealedWho))) ?? new(), dates.DateOf(row.ClosedAt!.Value), row.KeepUntil))],
            rows.Number, rows.Size, rows.Total);
    }

    /// <summary>Keeps a record until a day, for a reason.</summary>
    public Task<ChangeResult> KeepAsync(string id, DateOnly until, string reason, CancellationToken cancellationToken)
        => db.SaveAgainAsync<ChangeResult>(
            async () =>
            {
                if (await access.FindAsync(id, cancellationToken) is not { } person) return ChangeResult.NotFound;
                person.Keep(texts, until, reason);
                person.Touch(clock.GetUtcNow());
                audit.Record("person.kept", PersonAccess.AuditSubject, id, after: new { Until = until });
                return null;
            },
            ChangeResult.Changed,
            cancellationToken);

    private IQueryable<Person> Due(IQueryable<Person> people, RetentionSettings rule)
    {
        var (before, today) = (clock.GetUtcNow().AddYears(-rule.Years), dates.Today);
        return people.Where(person => person.MergedIntoId == null && person.ClosedAt != null && person.ClosedAt < before && (person.KeepUntil == null || person.KeepUntil < today));
    }

    private DueRecord Of(string id, Who who, DateOnly closed, DateOnly? kept)
    {
        var child = who.AgeOn(closed) < Adult && who.Born.Value is { } born ? born.AddYears(RetentionSettings.ChildrenUntil) : (DateOnly?)null;
        return new DueRecord(id, who.FullName, closed, kept, child > dates.Today ? child : null);
    }
}
