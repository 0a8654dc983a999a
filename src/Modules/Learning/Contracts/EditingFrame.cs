using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Learning.Resources;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Learning.Contracts;

/// <summary>What the pages for editors share: the tenant, its addresses, and the words for editing. Scoped.</summary>
public sealed class EditingFrame(TenantContext tenant, SiteAddresses addresses, IStringLocalizerFactory localizers)
{
    private readonly StringLocalizer<LearningText> texts = new(localizers);

    /// <summary>The present tenant.</summary>
    public TenantContext Tenant => tenant;

    /// <summary>Makes HTML of Markdown, with addresses inside the tenant.</summary>
    public RenderedText Render(string markdown) => MarkdownText.Render(markdown, path => addresses.Path(path));

    /// <summary>The address of a path inside the tenant, in the reader's language.</summary>
    public string Address(string path) => addresses.Path(path);

    /// <summary>All needs by their names in the reader's language.</summary>
    public async Task<IReadOnlyList<SelectListItem>> NeedsAsync(ITaxonomies taxonomies, CancellationToken cancellationToken)
    {
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        return [.. (await taxonomies.ReadAsync(cancellationToken)).Of(TaxonomyIds.Need).Select(term => new SelectListItem(term.NameIn(chain).Name, term.Id))];
    }

    /// <summary>Words for editing in the reader's language.</summary>
    public string Words(string key, params object[] values) => texts[key, values];
}
