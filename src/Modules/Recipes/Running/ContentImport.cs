using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Recipes.Data;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Running;

/// <summary>Takes the content items of a plan in, those of one type at a time, and remembers which versions have been taken.</summary>
internal sealed class ContentImport(PortalDbContext db, TenantContext tenant, RecipePlan plan)
{
    private Dictionary<string, string>? masters;
    private HashSet<(string VersionId, string ItemId)> taken = [];

    public async Task RunAsync(IContentType type, IReadOnlyList<PlannedItem> items, CancellationToken cancellationToken)
    {
        var mastersOfSets = await MastersAsync(cancellationToken);
        foreach (var twice in items.GroupBy(item => item.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
            plan.Problems.Add(twice.Place.Problem($"The item '{twice.Id}' stands in the recipe twice."));

        foreach (var item in items.OrderBy(item => mastersOfSets[item.SetId] == item.Id ? 0 : 1))
        {
            if (!taken.Add((item.VersionId, item.Id))) continue;
            var isMaster = mastersOfSets[item.SetId] == item.Id;
            await type.ImportAsync(new ItemImport(item.Item, isMaster, message => plan.Problems.Add(item.Place.Problem(message))), cancellationToken);
            db.Add(new ImportedItem { VersionId = item.VersionId, ItemId = item.Id, SetId = item.SetId, IsMaster = isMaster });
        }
    }

    /// <summary>
    /// Which item of each localisation set is its first language: the one that carries the set's id; else the one that was so in an
    /// earlier run; else the one in the tenant's default language; else the first.
    /// </summary>
    private async Task<Dictionary<string, string>> MastersAsync(CancellationToken cancellationToken)
    {
        if (masters is not null) return masters;
        var before = await db.Set<ImportedItem>().AsNoTracking().ToListAsync(cancellationToken);
        taken = [.. before.Select(item => (item.VersionId, item.ItemId))];
        masters = before.Where(item => item.IsMaster).GroupBy(item => item.SetId, StringComparer.Ordinal).ToDictionary(set => set.Key, set => set.First().ItemId, StringComparer.Ordinal);
        foreach (var set in plan.Items.GroupBy(item => item.SetId, StringComparer.Ordinal))
        {
            var named = set.FirstOrDefault(item => item.Id == item.SetId);
            if (named is null && masters.ContainsKey(set.Key)) continue;
            masters[set.Key] = (named ?? set.FirstOrDefault(item => item.Item.LocalizationPart?.Culture == tenant.Settings.DefaultLanguage) ?? set.First()).Id;
        }

        return masters;
    }
}
