using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Running;

/// <summary>
/// Runs recipes. First everything is read and checked for shape; then the steps are done in the order of the files, and
/// then all content, so that an item may stand before what it refers to. All of it is one transaction.
/// </summary>
internal sealed class RecipeRunner(
    PortalDbContext db, TenantContext tenant, TenantProfiles profiles, IServiceProvider scope, IEnumerable<IRecipeStep> steps, IEnumerable<IContentType> types,
    AuditLog audit, TimeProvider clock)
{
    private static readonly IReadOnlyDictionary<string, string> none = FrozenDictionary<string, string>.Empty;

    /// <summary>What steps want done outside the database, right before the commit.</summary>
    private readonly List<Func<CancellationToken, Task>> beforeKept = [];

    /// <summary>Runs a recipe.</summary>
    /// <param name="keep">False to take everything back at the end.</param>
    public async Task<IReadOnlyList<RecipeProblem>> RunAsync(string file, IReadOnlyDictionary<string, string>? parameters, bool keep, CancellationToken cancellationToken)
    {
        beforeKept.Clear();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(tenant.Settings.TimeZone)).DateTime);
        var loader = new RecipeLoader([.. steps], [.. types], new Scripts(today, () => Ids.New(clock), parameters ?? none));
        var plan = await loader.LoadAsync(file, cancellationToken);

        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            try
            {
                // A save looks for changes itself; looking again at each look-up would compare everything with itself for each item.
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                await DoAsync(plan, file, cancellationToken);
            }
            catch (DbUpdateException problem)
            {
                // After an error that was told, a failed save is only its consequence.
                if (plan.Problems.Count == 0) plan.Problems.Add(new RecipeProblem(file, null, 1, $"It could not be saved. {problem.GetBaseException().Message}"));
            }
            catch
            {
                db.DiscardChanges();
                throw;
            }
            finally
            {
                db.ChangeTracker.AutoDetectChangesEnabled = true;
            }

            if (keep && plan.Problems.Count == 0) await KeepAsync(transaction, cancellationToken);
            else await transaction.RollbackAsync(cancellationToken);
        }

        if (!keep || plan.Problems.Count > 0) db.DiscardChanges();
        tenant.Use(await profiles.GetAsync(scope, tenant.Tenant, cancellationToken));
        return [.. plan.Problems.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    private async Task DoAsync(RecipePlan plan, string file, CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var planned in plan.Steps)
        {
            var run = new StepRun(planned.Model, Path.GetDirectoryName(Path.GetFullPath(planned.Place.File))!, message => plan.Problems.Add(planned.Place.Problem(message)))
            {
                Json = planned.Json,
                BeforeKept = beforeKept.Add,
            };
            await planned.Step.RunAsync(run, cancellationToken);
            changed += await SaveAsync(cancellationToken);
        }

        var import = new ContentImport(db, tenant, plan);
        foreach (var type in plan.Items.GroupBy(item => item.Type).OrderBy(group => group.Key.Order).ThenBy(group => group.Key.Name, StringComparer.Ordinal))
        {
            await import.RunAsync(type.Key, [.. type], cancellationToken);
            changed += await SaveAsync(cancellationToken);
        }

        if (changed == 0 || plan.Problems.Count > 0) return;
        audit.Record("recipe.run", "recipe", Path.GetFileName(file));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task KeepAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var work in beforeKept) await work(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Saves inside the transaction and shows what was saved to the steps that follow.</summary>
    private async Task<int> SaveAsync(CancellationToken cancellationToken)
    {
        var count = await db.SaveChangesAsync(cancellationToken);
        if (count > 0) tenant.Use(await profiles.ReadUncommittedAsync(scope, tenant.Tenant, cancellationToken));
        return count;
    }
}
