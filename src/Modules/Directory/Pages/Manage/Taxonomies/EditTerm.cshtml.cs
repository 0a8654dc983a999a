using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Manage.Taxonomies;

/// <summary>What one term is called in each language of the site, and the other words a search should understand.</summary>
internal sealed class EditTermModel(TermEditor editor, TenantContext tenant, IStringLocalizer<DirectoryText> texts) : PageModel
{
    private const int LongestName = 80;

    public Term Term { get; private set; } = null!;

    [BindProperty]
    public List<NameInput> Names { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(id, cancellationToken) is not { } term) return NotFound();
        Term = term;
        Names = [.. tenant.Settings.Languages.Select(code => (Code: code, Name: term.Names.FirstOrDefault(name => name.Culture == code)))
            .Select(pair => new NameInput { Culture = pair.Code, Name = pair.Name?.Name, Synonyms = pair.Name is null ? null : string.Join('\n', pair.Name.Synonyms) })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(id, cancellationToken) is not { } term) return NotFound();
        Term = term;
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i].Name?.Length > LongestName) ModelState.AddModelError($"Names[{i}].Name", texts["Report.TooLong", LongestName]);
            if (string.IsNullOrWhiteSpace(Names[i].Name) && (Names[i].Culture == tenant.Settings.DefaultLanguage || Names[i].Words().Count > 0))
                ModelState.AddModelError($"Names[{i}].Name", texts["Terms.NameMissing"]);
            if (Names[i].Words().Count > TermEditor.MostSynonyms) ModelState.AddModelError($"Names[{i}].Synonyms", texts["Terms.TooMany", TermEditor.MostSynonyms]);
        }

        if (!ModelState.IsValid) return Page();
        var written = Names.Where(name => tenant.Settings.Languages.Contains(name.Culture) && !string.IsNullOrWhiteSpace(name.Name))
            .Select(name => new TermName(name.Culture, name.Name!.Trim(), name.Words()));
        var others = term.Names.Where(name => !tenant.Settings.Languages.Contains(name.Culture));
        if (await editor.ChangeAsync(term, [.. written, .. others], cancellationToken)) TempData["Notice"] = texts["Terms.Saved"].Value;
        return Redirect(Url.Content("~/manage/taxonomies"));
    }

    /// <summary>What is typed for one language.</summary>
    internal sealed class NameInput
    {
        public string Culture { get; set; } = "";

        public string? Name { get; set; }

        /// <summary>One to a line.</summary>
        public string? Synonyms { get; set; }

        public IReadOnlyList<string> Words()
            => [.. (Synonyms ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
    }
}
