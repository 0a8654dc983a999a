using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Services.People;

/// <summary>A record to be begun.</summary>
/// <param name="Since">When the referral came; null for now.</param>
/// <param name="Next">What is next; null for a first contact within the days that are hoped for.</param>
internal sealed record NewPerson(Who Who, string? TeamId, string? WorkerId, DateTimeOffset? Since = null, NextStep? Next = null);

/// <summary>Begins and changes records. The audit trail says which section was changed and by whom, never what it says.</summary>
internal sealed class PersonEditor(PortalDbContext db, PersonAccess access, PersonLookup lookup, PathwayRules rules, PrivateText texts, AuditLog audit, DateWords dates, TimeProvider clock)
{
    /// <summary>Begins a record and returns its id.</summary>
    public async Task<string> StartAsync(NewPerson start, CancellationToken cancellationToken)
    {
        var hashes = await lookup.HashesAsync(start.Who, cancellationToken);
        var person = await MakeAsync(start, hashes, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return person.Id;
    }

    /// <summary>Adds a new record; the caller saves.</summary>
    public async Task<Person> MakeAsync(NewPerson start, PersonHashes hashes, CancellationToken cancellationToken)
    {
        var (settings, now) = (await rules.ReadAsync(cancellationToken), clock.GetUtcNow());
        var person = new Person { Id = Ids.New(clock), CreatedAt = now };
        person.WriteWho(texts, start.Who, hashes);
        person.Allocate(start.TeamId, start.WorkerId);
        person.BeginPath(settings.First.Key, start.Since ?? now, now);
        var (kind, on) = (await rules.NextAsync(cancellationToken)).OnTakingOn(dates.DateOf(start.Since ?? now));
        person.SetNext(texts, start.Next ?? new NextStep(kind, on, start.WorkerId, ""));
        person.Touch(now);
        db.Add(person);
        audit.Record("person.started", PersonAccess.AuditSubject, person.Id, after: new { Team = start.TeamId, Worker = start.WorkerId });
        return person;
    }

    /// <summary>Sets a section, unless somebody changed it since it was shown.</summary>
    /// <param name="shown">Fingerprint of the section as the page showed it.</param>
    public async Task<SectionResult> WriteAsync<T>(string id, T section, string? shown, CancellationToken cancellationToken)
        where T : class, IPersonSection<T>, new()
    {
        // Before anything is changed: the secret behind the hashes is made in a scope of its own.
        var hashes = section is Who who ? await lookup.HashesAsync(who, cancellationToken) : null;
        var changedMeanwhile = false;
        var result = await ChangeAsync(
            id,
            "person.changed",
            person =>
            {
                changedMeanwhile = FingerprintOf(person, T.Section) != shown;
                if (changedMeanwhile) return false;
                return section switch
                {
                    Who known => person.WriteWho(texts, known, hashes!),
                    Risks risks => person.Write(texts, risks.Dated(person.Read<Risks>(texts), dates.Today)),
                    Contacts contacts => person.Write(texts, contacts.Kept()),
                    Safeguarding concerns => person.Write(texts, concerns.WrittenBy(person.Read<Safeguarding>(texts), access.WorkerId).Kept()),
                    CareServices services => person.Write(texts, services.Kept()),
                    _ => person.Write(texts, section),
                };
            },
            new { Section = T.Section.ToString() },
            cancellationToken);
        return changedMeanwhile ? SectionResult.ChangedMeanwhile : result == ChangeResult.NotFound ? SectionResult.NotFound : SectionResult.Saved;
    }

    /// <summary>Adds a concern to what is on record, which need not be known for that.</summary>
    public async Task<AddedConcern> AddConcernAsync(string id, Concern concern, CancellationToken cancellationToken)
    {
        var isFull = false;
        var result = await ChangeAsync(
            id,
            "person.concern-added",
            person =>
            {
                var known = person.Read<Safeguarding>(texts) ?? new();
                isFull = known.Items.Count >= Safeguarding.Most;
                return !isFull && person.Write(texts, known.With(concern with { By = access.WorkerId }));
            },
            null,
            cancellationToken);
        return isFull ? AddedConcern.Full : result == ChangeResult.NotFound ? AddedConcern.NotFound : AddedConcern.Added;
    }

    /// <summary>By what a section is recognised when it comes back from its page.</summary>
    public string FingerprintOf(Person person, PersonSection section) => TypedTexts.Fingerprint(person.Open(texts, section) ?? "");

    /// <summary>Records that the person agreed to something.</summary>
    public Task<ChangeResult> GiveConsentAsync(string id, string scope, string how, DateOnly day, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            "person.consent-given",
            person => person.Write(texts, person.Consents(texts).Give(new Consent { Id = Ids.New(clock), Scope = scope, GivenOn = day, How = how })),
            new { Scope = scope },
            cancellationToken);

    /// <summary>Gives the person into the care of a team and a worker.</summary>
    public Task<ChangeResult> AllocateAsync(string id, string? teamId, string? workerId, CancellationToken cancellationToken)
        => ChangeAsync(id, "person.allocated", person => person.Allocate(teamId, workerId), new { Team = teamId, Worker = workerId }, cancellationToken);

    private Task<ChangeResult> ChangeAsync(string id, string action, Func<Person, bool> change, object? after, CancellationToken cancellationToken)
        => db.SaveAgainAsync<ChangeResult>(
            async () =>
            {
                if (await access.FindAsync(id, cancellationToken) is not { } person) return ChangeResult.NotFound;
                if (!change(person)) return ChangeResult.Unchanged;
                person.Touch(clock.GetUtcNow());
                audit.Record(action, PersonAccess.AuditSubject, id, after: after);
                return null;
            },
            ChangeResult.Changed,
            cancellationToken);
}

/// <summary>What came of adding a concern.</summary>
internal enum AddedConcern
{
    /// <summary>There is no such record for this worker.</summary>
    NotFound,

    /// <summary>The record holds as many as it can.</summary>
    Full,

    Added,
}

/// <summary>What came of saving a section.</summary>
internal enum SectionResult
{
    /// <summary>There is no such record for this worker.</summary>
    NotFound,

    /// <summary>It is as typed.</summary>
    Saved,

    /// <summary>Somebody else changed it since it was shown.</summary>
    ChangedMeanwhile,
}
