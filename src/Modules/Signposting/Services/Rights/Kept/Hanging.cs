using Microsoft.EntityFrameworkCore;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>What hangs on a record by its id.</summary>
internal static class Hanging
{
    private const string PersonId = nameof(Domain.Plan.PersonId);
    private const string Id = nameof(Domain.Plan.Id);

    /// <summary>Moves rows from one record to another, and answers with the ids of what moved.</summary>
    /// <param name="only">Ids of what is to move; null for everything.</param>
    public static async Task<IReadOnlyList<string>> MoveAsync<T>(IQueryable<T> rows, string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken)
        where T : class
    {
        rows = rows.Where(row => EF.Property<string?>(row, PersonId) == fromId);
        if (only is not null) rows = rows.Where(row => only.Contains(EF.Property<string>(row, Id)));
        var ids = await rows.Select(row => EF.Property<string>(row, Id)).ToListAsync(cancellationToken);
        await rows.ExecuteUpdateAsync(change => change.SetProperty(row => EF.Property<string?>(row, PersonId), toId), cancellationToken);
        return ids;
    }
}
