using Portal.Platform.Security;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>
/// Who may serve a person's rights. The file with everything goes to nobody but the worker who looks after the person and to leads:
/// a colleague of the team, who sees the record, need not take all of it away.
/// </summary>
internal sealed class RightsAccess(PersonAccess access, CurrentActor actor, IPermissions permissions)
{
    /// <summary>Whether the reader may have the person's file.</summary>
    public async ValueTask<bool> OwnsAsync(Person person) => person.WorkerId == access.WorkerId || await access.SeesAllAsync();

    /// <summary>Whether the reader may erase records and say how long they are kept.</summary>
    public ValueTask<bool> ErasesAsync() => permissions.HasAsync(actor.User!, SignpostingPermissions.EraseRecords);

    /// <summary>Whether the reader may open records of other teams in an emergency.</summary>
    public ValueTask<bool> LooksUrgentlyAsync() => permissions.HasAsync(actor.User!, SignpostingPermissions.LookUrgently);

    /// <summary>A record whose file the reader may have; null when there is none.</summary>
    public async Task<Person?> FindOwnAsync(string id, CancellationToken cancellationToken)
        => await access.FindAsync(id, cancellationToken) is { } person && await OwnsAsync(person) ? person : null;

    /// <summary>The same to be shown: the audit trail says that it was looked at.</summary>
    public async Task<Person?> OpenOwnAsync(string id, CancellationToken cancellationToken)
        => await access.OpenAsync(id, cancellationToken) is { } person && await OwnsAsync(person) ? person : null;
}
