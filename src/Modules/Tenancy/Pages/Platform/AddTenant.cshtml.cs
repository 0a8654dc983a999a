using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Contracts;
using Portal.Tenancy.Domain;
using Portal.Tenancy.Resources;

namespace Portal.Tenancy.Pages.Platform;

/// <summary>Makes a new site from a recipe.</summary>
internal sealed class AddTenantModel(ITenants list, ITenantAdministration tenants, IRecipeLibrary library, IStringLocalizer<TenancyText> texts) : PageModel
{
    [BindProperty]
    public string? SiteName { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Prefix { get; set; }

    [BindProperty]
    public string? Host { get; set; }

    [BindProperty]
    public string? Recipe { get; set; }

    /// <summary>The setup recipes that come with the program; that of the default tenant is not for others.</summary>
    public IEnumerable<SelectListItem> Recipes
        => library.SetupRecipes.Where(recipe => recipe.Name != Tenant.Default).Select(recipe => new SelectListItem($"{recipe.DisplayName}. {recipe.Description}", recipe.Name));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var recipe = library.SetupRecipes.FirstOrDefault(known => known.Name == Recipe && known.Name != Tenant.Default);
        var wanted = new NewTenant
        {
            Name = Name?.Trim() ?? "",
            SiteName = string.IsNullOrWhiteSpace(SiteName) ? null : SiteName.Trim(),
            Prefix = string.IsNullOrWhiteSpace(Prefix) ? null : Prefix.Trim(),
            Host = string.IsNullOrWhiteSpace(Host) ? null : Host.Trim(),
            Recipe = recipe?.File ?? "",
        };
        if (recipe is null)
        {
            Tell(TenantRules.Check(wanted, [.. await list.ListAsync(cancellationToken)]));
            ModelState.AddModelError(nameof(Recipe), texts["Fault.RecipeMissing"]);
            return Page();
        }

        // What has been begun is brought to its end, also when the reader goes away.
        Tell(await tenants.AddAsync(wanted, CancellationToken.None));
        if (!ModelState.IsValid) return Page();
        TempData["Notice"] = texts["Tenants.AddedNotice", wanted.SiteName ?? wanted.Name].Value;
        return RedirectToPage("Tenants");
    }

    private void Tell(IEnumerable<TenantFault> faults)
    {
        foreach (var fault in faults) ModelState.AddModelError(fault.Field, texts["Fault." + fault.Key, fault.Message]);
    }
}
