using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Services.People;

/// <summary>A person in a list.</summary>
internal sealed record PersonItem(string Id, Who Who, int? Age, string? WorkerName, string? TeamName, DateOnly ChangedOn, bool IsClosed);

/// <summary>Whose people a list shows.</summary>
internal enum PeopleOf
{
    /// <summary>Those the worker looks after.</summary>
    Me,

    /// <summary>Those of the worker's teams.</summary>
    Team,

    /// <summary>All, for those who may see them.</summary>
    All,
}

/// <summary>Which people a list shows.</summary>
internal sealed record PeopleChoice(PeopleOf Of, bool Closed, int Page);

/// <summary>Lists of people and the search for one. Names are sealed, so the database sorts by the last change, and finds by keyed hash only.</summary>
internal sealed class PersonList(PortalDbContext db, PersonAccess access, PersonLookup lookup, PrivateText texts, IUsers users, AuditLog audit, DateWords dates)
{
    private const int PageSize = 50;

    /// <summary>How many people of one family name and date of birth are shown.</summary>
    private const int MostFound = 20;

    /// <summary>Reads one page of people, the last changed first.</summary>
    public async Task<Page<PersonItem>> ReadAsync(PeopleChoice choice, CancellationToken cancellationToken)
    {
        var (me, teams) = (access.WorkerId, await access.MyTeamsAsync());
        var people = (choice.Closed ? (await access.VisibleAsync()).Where(person => person.ClosedAt != null) : await access.InCareAsync()).AsNoTracking();
        people = choice.Of switch
        {
            PeopleOf.Me => people.Where(person => person.WorkerId == me),
            PeopleOf.Team => people.Where(person => teams.Contains(person.TeamId!)),
            _ => people,
        };
        var page = await Rows(people.OrderByDescending(person => person.ChangedAt).ThenBy(person => person.Id)).ToPageAsync(choice.Page, PageSize, cancellationToken);
        return new Page<PersonItem>(await ItemsAsync(page.Items, cancellationToken), page.Number, page.Size, page.Total);
    }

    /// <summary>The people the worker may see who have that NHS number, or that family name and date of birth. The audit trail says that somebody searched, not for whom.</summary>
    public async Task<IReadOnlyList<PersonItem>> FindAsync(Who who, CancellationToken cancellationToken)
    {
        var hashes = await lookup.HashesAsync(who, cancellationToken);
        var rows = await Rows(Matching(await access.VisibleAsync(), hashes).AsNoTracking().OrderByDescending(person => person.ChangedAt)).Take(MostFound).ToListAsync(cancellationToken);
        audit.Record("person.searched", PersonAccess.AuditSubject, "search", after: new { Found = rows.Count });
        await db.SaveChangesAsync(cancellationToken);
        return await ItemsAsync(rows, cancellationToken);
    }

    /// <summary>The records with one of the hashes.</summary>
    public static IQueryable<Person> Matching(IQueryable<Person> people, PersonHashes hashes)
    {
        var (nhs, name) = (hashes.Nhs, hashes.Name);
        return people.Where(person => (nhs != null && person.NhsHash == nhs) || (name != null && person.NameHash == name));
    }

    private static IQueryable<Row> Rows(IQueryable<Person> people)
        => people.Select(person => new Row(person.Id, person.SealedWho!, person.WorkerId, person.TeamId, person.ChangedAt, person.ClosedAt));

    private async Task<List<PersonItem>> ItemsAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return [];
        var workers = await users.FindAsync([.. rows.Select(row => row.WorkerId).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        var teams = await db.Set<Team>().AsNoTracking().ToDictionaryAsync(team => team.Id, team => team.Name, cancellationToken);
        return
        [
            .. rows.Select(row =>
            {
                var who = SectionJson.Read<Who>(texts.Open(row.SealedWho, row.Id, nameof(Person.SealedWho)))!;
                return new PersonItem(
                    row.Id,
                    who,
                    who.AgeOn(dates.Today),
                    row.WorkerId is { } worker ? workers.GetValueOrDefault(worker)?.Name : null,
                    row.TeamId is { } team ? teams.GetValueOrDefault(team) : null,
                    dates.DateOf(row.ChangedAt),
                    row.ClosedAt is not null);
            }),
        ];
    }

    private sealed record Row(string Id, string SealedWho, string? WorkerId, string? TeamId, DateTimeOffset ChangedAt, DateTimeOffset? ClosedAt);
}
