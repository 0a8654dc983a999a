using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Signposting.Services;

/// <summary>Saves a change; when somebody else saved in the same moment, the change is made again on what they left.</summary>
internal static class SavingAgain
{
    private const int Attempts = 4;

    /// <param name="change">Reads what there is now and changes it. Null to have it saved; else the answer, when there is nothing to save.</param>
    /// <param name="saved">The answer once it is saved.</param>
    public static async Task<T> SaveAgainAsync<T>(this PortalDbContext db, Func<Task<T?>> change, T saved, CancellationToken cancellationToken)
        where T : struct
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await change() is { } answer) return answer;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return saved;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.DiscardChanges();
            }
        }
    }
}
