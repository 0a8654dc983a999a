using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.SetUp;

/// <summary>Sets up an installation that nobody has set up. Afterwards there is no such page.</summary>
[ResponseCache(NoStore = true)]
internal sealed class SetupModel(SetupCode setup, SiteSetup site, IRecipeLibrary library, TenantContext tenant, IStringLocalizer<TenancyText> texts) : PageModel
{
    private const string Suggested = "new-place";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? SiteName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Recipe { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Languages { get; set; } = [];

    public IEnumerable<SelectListItem> Recipes => library.SetupRecipes.Select(recipe => new SelectListItem($"{recipe.DisplayName}. {recipe.Description}", recipe.Name));

    public IEnumerable<SelectListItem> KnownLanguages => TranslatedLanguages.Codes.Select(code => new SelectListItem(LanguageInfo.Of(code).Name, code));

    private bool IsOpen => setup.IsOpen && tenant.Tenant.IsDefault;

    public IActionResult OnGet()
    {
        (Recipe, Languages) = (Suggested, TranslatedLanguages.Codes);
        return IsOpen ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!IsOpen) return NotFound();
        if (!setup.Accepts(Code)) ModelState.AddModelError(nameof(Code), texts["Setup.CodeWrong"]);
        if (string.IsNullOrWhiteSpace(SiteName) || SiteName.Trim().Length > SettingsRules.MaxNameLength) ModelState.AddModelError(nameof(SiteName), texts["Settings.Fault.Name"]);
        if (Email is null || Email.Trim().IndexOf('@', StringComparison.Ordinal) < 1) ModelState.AddModelError(nameof(Email), texts["Setup.EmailWrong"]);
        var recipe = library.SetupRecipes.FirstOrDefault(known => known.Name == Recipe);
        if (recipe is null) ModelState.AddModelError(nameof(Recipe), texts["Fault.RecipeMissing"]);
        IReadOnlyList<string> languages = [.. TranslatedLanguages.Codes.Where(Languages.Contains)];
        if (languages.Count == 0) ModelState.AddModelError(nameof(Languages), texts["Setup.LanguagesMissing"]);
        if (!ModelState.IsValid) return Page();

        // What has been begun is brought to its end, also when the reader goes away.
        var (problems, link) = await site.RunAsync(new SiteSetupWishes(SiteName!.Trim(), Email!.Trim(), recipe!.File, languages), CancellationToken.None);
        // On the host that the reader is on, whatever address e-mails will have.
        if (link is not null) return Redirect(new Uri(link).PathAndQuery);
        foreach (var problem in problems) ModelState.AddModelError(nameof(Recipe), texts["Fault.Recipe", problem.ToString()]);
        return Page();
    }
}
