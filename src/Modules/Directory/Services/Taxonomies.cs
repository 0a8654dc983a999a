using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>The terms, read once per version of the content.</summary>
internal sealed class Taxonomies(PortalDbContext db, TenantContext tenant) : ITaxonomies
{
    public async Task<TermList> ReadAsync(CancellationToken cancellationToken)
        => await tenant.Profile.GetOrReadAsync(async () =>
        {
            var terms = await db.Set<Term>().AsNoTracking().ToListAsync(cancellationToken);
            return new TermList(
            [
                .. terms.OrderBy(term => term.TaxonomyId, StringComparer.Ordinal).ThenBy(term => term.Order).ThenBy(term => term.Id, StringComparer.Ordinal)
                    .Select(term => new TermInfo(
                        term.Id, term.TaxonomyId, term.Path, term.Order,
                        term.Names.DistinctBy(name => name.Culture).ToDictionary(name => name.Culture, name => name.Name, StringComparer.Ordinal),
                        [.. term.Names.SelectMany(name => name.Synonyms)])),
            ]);
        });
}
