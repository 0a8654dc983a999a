using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>Checks that what an item refers to is there, in the database or earlier in the same run.</summary>
internal sealed class References(PortalDbContext db)
{
    private readonly Dictionary<(Type, string), bool> known = [];

    /// <summary>The one item a field refers to, or null.</summary>
    public async Task<string?> OneAsync<TEntity>(string field, ContentPickerField? picked, Action<string> error, CancellationToken cancellationToken)
        where TEntity : class
    {
        if (picked is null || picked.ContentItemIds.Count == 0) return null;
        if (picked.ContentItemIds.Count > 1) error($"{field} can refer to one item only.");
        var id = picked.ContentItemIds[0];
        if (await IsThereAsync<TEntity>(id, cancellationToken)) return id;
        error($"{field} refers to '{id}', which is not there.");
        return null;
    }

    /// <summary>The terms a field refers to.</summary>
    public async Task<IReadOnlyList<string>> TermsAsync(string field, string taxonomyId, TaxonomyField? picked, Action<string> error, CancellationToken cancellationToken)
    {
        if (picked is null) return [];
        if (picked.TaxonomyContentItemId != taxonomyId) error($"{field} takes terms of '{taxonomyId}', not of '{picked.TaxonomyContentItemId}'.");
        foreach (var id in picked.TermContentItemIds)
        {
            if (await db.Set<Term>().FindAsync([id], cancellationToken) is not { } term || term.TaxonomyId != taxonomyId)
                error($"{field} refers to the term '{id}', which is not in '{taxonomyId}'.");
        }

        return picked.TermContentItemIds;
    }

    /// <summary>The photo a field names; null where it names none or it is not there.</summary>
    public async Task<string?> PhotoAsync(string field, string? id, Action<string> error, CancellationToken cancellationToken)
    {
        if (id is null || await IsThereAsync<ListingPhoto>(id, cancellationToken)) return id;
        error($"{field} names the photo '{id}', which no step ListingPhotos has brought.");
        return null;
    }

    private async Task<bool> IsThereAsync<TEntity>(string id, CancellationToken cancellationToken)
        where TEntity : class
    {
        if (known.TryGetValue((typeof(TEntity), id), out var there)) return there;
        return known[(typeof(TEntity), id)] = await db.Set<TEntity>().FindAsync([id], cancellationToken) is not null;
    }
}
