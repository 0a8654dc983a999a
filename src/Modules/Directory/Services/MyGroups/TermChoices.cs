using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Directory.Contracts;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>The terms of the site as boxes to tick, in the reader's language, and what was ticked as ids.</summary>
internal sealed class TermChoices(ITaxonomies taxonomies, TenantContext tenant)
{
    private TermList terms = null!;

    /// <summary>Reads the terms; the other methods need them.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken) => terms = await taxonomies.ReadAsync(cancellationToken);

    /// <summary>The terms of a taxonomy, in its order.</summary>
    public IReadOnlyList<SelectListItem> Of(string taxonomy)
        => [.. terms.Of(taxonomy).Select(term => new SelectListItem(term.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name, term.Id))];

    /// <summary>Those of the ticked ids that are terms of the taxonomy.</summary>
    public IReadOnlyList<string> Chosen(IReadOnlyList<string> before, string[] ticked, string taxonomy)
        => InOrder(before, ticked.Where(id => terms.Find(id)?.TaxonomyId == taxonomy));

    /// <summary>What was there stays in its order, so that a form that is only sent back changes nothing.</summary>
    public static IReadOnlyList<string> InOrder(IReadOnlyList<string> before, IEnumerable<string> chosen)
    {
        var all = chosen.Distinct(StringComparer.Ordinal).ToList();
        return [.. before.Where(all.Contains), .. all.Except(before, StringComparer.Ordinal)];
    }
}
