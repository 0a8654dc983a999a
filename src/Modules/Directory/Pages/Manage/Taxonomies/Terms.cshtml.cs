using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Manage.Taxonomies;

/// <summary>All terms and what they are called in each language.</summary>
internal sealed class TermsModel(PortalDbContext db, TenantContext tenant) : PageModel
{
    public IReadOnlyList<Taxonomy> Taxonomies { get; private set; } = [];

    public IReadOnlyList<string> Languages => tenant.Settings.Languages;

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Taxonomies = await db.Set<Taxonomy>().AsNoTracking().Include(taxonomy => taxonomy.Terms.OrderBy(term => term.Order)).OrderBy(taxonomy => taxonomy.Id).ToListAsync(cancellationToken);
}
