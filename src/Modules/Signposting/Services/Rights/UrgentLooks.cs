using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>What came of asking for a record in an emergency.</summary>
internal enum UrgentResult
{
    /// <summary>Nobody is found so.</summary>
    Nobody,

    /// <summary>More than one has that name and date of birth.</summary>
    Several,

    /// <summary>The reader asked too often of late.</summary>
    TooOften,

    /// <summary>The record can be read.</summary>
    Open,
}

/// <summary>An urgent look, for the leads.</summary>
internal sealed record ListedLook(string Id, string PersonId, string PersonName, string Who, DateTimeOffset At, string Reason, DateTimeOffset? SeenAt);

/// <summary>
/// Opens records of other teams to a worker who gives a reason: by what identifies one person exactly, for some hours, for reading only.
/// Whoever may see all records is told at once, without a name, and sees the reason in a list.
/// </summary>
internal sealed class UrgentLooks(
    PortalDbContext db, PersonAccess access, PersonLookup lookup, CurrentActor actor, IUsers users, IMessageWriter messages, SiteAddresses addresses, PrivateText texts, AuditLog audit, TimeProvider clock)
{
    private const int MostAnHour = 10;
    private const int PageSize = 50;
    private const string Asked = "person.urgent-asked";

    /// <summary>Opens the record of somebody known by NHS number, or by family name and date of birth. Each try stands in the audit trail, without for whom.</summary>
    public async Task<(UrgentResult Result, string? PersonId)> OpenAsync(Who who, string reason, CancellationToken cancellationToken)
    {
        var hashes = await lookup.HashesAsync(who, cancellationToken);
        var (me, now) = (access.WorkerId, clock.GetUtcNow());
        var since = now.AddHours(-1);
        if (await audit.Of(PersonAccess.AuditSubject, "urgent").CountAsync(entry => entry.Actor == me && entry.At > since, cancellationToken) >= MostAnHour) return (UrgentResult.TooOften, null);
        var found = await PersonList.Matching(db.Set<Person>(), hashes with { Name = hashes.Nhs is null ? hashes.Name : null }).Select(person => person.Id).Take(2).ToListAsync(cancellationToken);
        audit.Record(Asked, PersonAccess.AuditSubject, "urgent", after: new { Found = found.Count });
        // Whoever sees the record anyway needs no other way in.
        if (found.Count == 1 && await access.FindAsync(found[0], cancellationToken) is null)
        {
            var look = new UrgentLook { Id = Ids.New(clock), PersonId = found[0], UserId = me, At = now, Until = now + UrgentLook.Lasts };
            look.SetReason(texts, reason);
            db.Add(look);
            audit.Record("person.urgent-opened", PersonAccess.AuditSubject, found[0], after: new { look.Until });
            await TellLeadsAsync(cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return found.Count switch { 0 => (UrgentResult.Nobody, null), 1 => (UrgentResult.Open, found[0]), _ => (UrgentResult.Several, null) };
    }

    /// <summary>A record that is open to the reader now, and until when; null when there is none.</summary>
    public async Task<(Person Person, DateTimeOffset Until)?> ReadAsync(string personId, CancellationToken cancellationToken)
    {
        var (me, now) = (access.WorkerId, clock.GetUtcNow());
        var until = await db.Set<UrgentLook>().Where(look => look.PersonId == personId && look.UserId == me && look.Until > now).MaxAsync(look => (DateTimeOffset?)look.Until, cancellationToken);
        if (until is null || await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(person => person.Id == personId, cancellationToken) is not { } person) return null;
        await access.RecordViewAsync(personId, cancellationToken);
        return (person, until.Value);
    }

    /// <summary>All looks, the newest first.</summary>
    public async Task<Page<ListedLook>> ListAsync(int page, CancellationToken cancellationToken)
    {
        var rows = await db.Set<UrgentLook>().AsNoTracking().Join(db.Set<Person>(), look => look.PersonId, person => person.Id, (look, person) => new { Look = look, person.SealedWho })
            .OrderByDescending(row => row.Look.At).ThenBy(row => row.Look.Id).ToPageAsync(page, PageSize, cancellationToken);
        var who = await users.FindAsync([.. rows.Items.Select(row => row.Look.UserId).Distinct(StringComparer.Ordinal)], cancellationToken);
        if (rows.Total > 0) await access.RecordViewAsync("urgent-looks", cancellationToken);
        return new Page<ListedLook>(
            [.. rows.Items.Select(row => new ListedLook(row.Look.Id, row.Look.PersonId, NameOf(row.Look.PersonId, row.SealedWho), who.GetValueOrDefault(row.Look.UserId)?.Name ?? row.Look.UserId, row.Look.At, row.Look.Reason(texts), row.Look.SeenAt))],
            rows.Number, rows.Size, rows.Total);
    }

    /// <summary>A lead says that they have looked at it.</summary>
    public async Task<ChangeResult> SeeAsync(string id, CancellationToken cancellationToken)
    {
        if (await db.Set<UrgentLook>().SingleOrDefaultAsync(look => look.Id == id, cancellationToken) is not { } found) return ChangeResult.NotFound;
        if (!found.See(actor.Id, clock.GetUtcNow())) return ChangeResult.Unchanged;
        audit.Record("person.urgent-seen", PersonAccess.AuditSubject, found.PersonId);
        await db.SaveChangesAsync(cancellationToken);
        return ChangeResult.Changed;
    }

    private string NameOf(string personId, string? sealedWho)
        => SectionJson.Read<Who>(sealedWho is null ? null : texts.Open(sealedWho, personId, nameof(Person.SealedWho)))?.FullName ?? "";

    private async Task TellLeadsAsync(CancellationToken cancellationToken)
    {
        foreach (var lead in await users.AllowedToAsync(SignpostingPermissions.SeeAllPeople, cancellationToken))
        {
            messages.Write(new EmailToWrite
            {
                To = lead.Email,
                Language = lead.Language,
                Template = "urgent-look",
                From = Assembly.GetExecutingAssembly(),
                Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = lead.Name, ["link"] = addresses.Absolute("/workspace/urgent/looks", lead.Language) },
            });
        }
    }
}
