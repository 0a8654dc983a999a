using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Pathway;

/// <summary>A contact that can be taken back.</summary>
/// <param name="RestoresNext">Whether what was next before will be next again; false when something else happened since.</param>
internal sealed record Mistake(Person Person, PathwayEntry Contact, bool RestoresNext);

/// <summary>Takes back the last contact when it was logged by mistake. Nothing is lost: the entry stays, with who took it back and when.</summary>
internal sealed class TakingBack(PortalDbContext db, PersonAccess access, PrivateText texts, CurrentActor actor, AuditLog audit, TimeProvider clock)
{
    /// <summary>The last contact of a person, if the worker may take it back; else null.</summary>
    public async Task<Mistake?> FindAsync(string personId, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(personId, cancellationToken) is not { ClosedAt: null } person) return null;
        var last = await db.Set<PathwayEntry>().Where(entry => entry.PersonId == personId && entry.Kind == PathwayEntryKind.Contact).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).FirstOrDefaultAsync(cancellationToken);
        return last?.MayBeTakenBackBy(actor.Id, await access.SeesAllAsync(), clock.GetUtcNow()) == true ? new Mistake(person, last, last.PathChanges == person.PathChanges) : null;
    }

    /// <summary>Takes it back.</summary>
    /// <param name="entryId">Id of the contact that was shown.</param>
    public Task<PathwayResult> TakeBackAsync(string personId, string entryId, CancellationToken cancellationToken)
        => db.SaveAgainAsync<PathwayResult>(
            async () =>
            {
                if (await FindAsync(personId, cancellationToken) is not { } mistake) return PathwayResult.NotFound;
                // Another contact was logged since.
                if (mistake.Contact.Id != entryId) return PathwayResult.ChangedMeanwhile;
                var (person, now) = (mistake.Person, clock.GetUtcNow());
                var reached = await db.Set<PathwayEntry>()
                    .Where(entry => entry.PersonId == personId && entry.Id != entryId && entry.Result == Contact.Reached && entry.At >= person.WaitingSince)
                    .Select(entry => entry.On).ToListAsync(cancellationToken);
                mistake.Contact.TakeBack(actor.Id, now);
                person.TakeBack(texts, mistake.Contact, reached);
                person.Touch(now);
                audit.Record("path.contact-taken-back", PersonAccess.AuditSubject, personId, after: new { Entry = entryId, Next = person.NextKind, On = person.NextOn });
                return null;
            },
            PathwayResult.Saved,
            cancellationToken);
}
