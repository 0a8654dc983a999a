using Portal.Platform.Security;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Services.People;

/// <summary>
/// Who may read and write what there is on safeguarding in a record they may see: the worker who looks after the person, and those with
/// <see cref="SignpostingPermissions.SeeSafeguarding"/>. Everybody else who sees the record learns that there is something, so
/// that nobody gets in touch without asking, and can add a concern, of which they read their own.
/// </summary>
internal sealed class SafeguardingAccess(CurrentActor actor, IPermissions permissions)
{
    /// <summary>Whether the reader wrote a concern down, and so may read that one.</summary>
    public bool IsOwn(Concern concern) => concern.By is not null && concern.By == actor.UserId;

    /// <summary>Whether the reader may read it.</summary>
    public async ValueTask<bool> SeesAsync(Person person) => (actor.UserId is { } me && person.WorkerId == me) || await permissions.HasAsync(actor.User!, SignpostingPermissions.SeeSafeguarding);
}
