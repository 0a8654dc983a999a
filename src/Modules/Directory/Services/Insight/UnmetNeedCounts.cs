using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Hands out what was counted of needs that nobody meets.</summary>
internal sealed class UnmetNeedCounts(PortalDbContext db, ITaxonomies taxonomies, TenantContext tenant) : IUnmetNeedCounts
{
    public async Task<IReadOnlyList<UnmetCount>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
        => await db.Set<UnmetNeed>().AsNoTracking().Where(need => need.Week >= from && need.Week <= to).OrderBy(need => need.Week).ThenBy(need => need.Category).ThenBy(need => need.Area)
            .Select(need => new UnmetCount(need.Week, need.Category, need.Area, need.Count)).ToListAsync(cancellationToken);

    public async Task<Func<string, string?>> NamesAsync(CancellationToken cancellationToken)
    {
        var (terms, chain) = (await taxonomies.ReadAsync(cancellationToken), tenant.Settings.FallbackChain(tenant.Language));
        return kind => kind == UnmetNeed.Any ? null : TermOf(terms, kind)?.NameIn(chain).Name ?? kind;
    }

    private static TermInfo? TermOf(TermList terms, string kind)
        => kind.StartsWith(UnmetNeed.NeedPrefix, StringComparison.Ordinal) ? terms.FindByPath(TaxonomyIds.Need, kind[UnmetNeed.NeedPrefix.Length..]) : terms.FindByPath(TaxonomyIds.Activity, kind);
}
