using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Platform;

/// <summary>Switches the features of another site on and off.</summary>
internal sealed class TenantFeaturesModel(ITenants tenants, ITenantScopes scopes, IStringLocalizer<TenancyText> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public IReadOnlyList<string> On { get; set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(Name, cancellationToken) is not { } tenant) return NotFound();
        (var switchable, On) = await scopes.RunAsync(tenant, services =>
        {
            var switches = services.GetRequiredService<FeatureSwitches>();
            return Task.FromResult((switches.Switchable, switches.On));
        }, cancellationToken);
        Choices = [.. switchable.Select(id => new SelectListItem(texts["Feature." + id], id))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(Name, cancellationToken) is not { } tenant) return NotFound();
        await scopes.RunAsync(tenant, services => services.GetRequiredService<FeatureSwitches>().SetAsync([.. On], cancellationToken), cancellationToken);
        TempData["Notice"] = texts["Saved"].Value;
        return RedirectToPage("Tenants", new { name = "" });
    }
}
