using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Programmes.Contracts;
using Portal.Programmes.Domain;
using Portal.Programmes.Services;

namespace Portal.Programmes.Pages.Programmes;

[SharedPage]
internal sealed class ProgrammeListModel(CatalogueReader catalogues, ProgrammeWords words, TenantContext tenant) : PageModel
{
    /// <summary>The programmes of each kind there is; modules first.</summary>
    public IReadOnlyList<IGrouping<ProgrammeKind, ProgrammeCard>> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var catalogue = await catalogues.ReadAsync(cancellationToken);
        Kinds = [.. catalogue.Programmes.GroupBy(programme => programme.Kind, programme => programme.Card(chain, words)).OrderBy(kind => kind.Key)];
    }
}
