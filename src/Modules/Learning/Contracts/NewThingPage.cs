using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Languages;

namespace Portal.Learning.Contracts;

/// <summary>Begins a thing: its title and its address. The view of the form is <c>/Pages/Manage/_NewThing.cshtml</c>.</summary>
public abstract partial class NewThingPage(IThingEditor editor, EditingFrame frame) : PageModel
{
    private const int LongestTitle = 200;

    /// <summary>Title as typed.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Last part of its address as typed.</summary>
    [BindProperty]
    public string? Slug { get; set; }

    /// <summary>The language it is written in: the site's first.</summary>
    public LanguageInfo Language => LanguageInfo.Of(frame.Tenant.Settings.DefaultLanguage);

    /// <summary>Where the kind is looked after.</summary>
    public ThingPlace Place => editor.Place;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Makes the thing and leads to its text.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (title, slug) = (Title?.Trim() ?? "", Slug?.Trim() ?? "");
        if (title.Length == 0) ModelState.AddModelError(nameof(Title), frame.Words("Edit.TitleMissing"));
        if (title.Length > LongestTitle) ModelState.AddModelError(nameof(Title), frame.Words("Edit.TooLong"));
        // "new" is the address of this page.
        if (!SlugPattern().IsMatch(slug) || slug == "new") ModelState.AddModelError(nameof(Slug), frame.Words("New.SlugInvalid"));
        if (!ModelState.IsValid) return Page();

        if (await editor.AddAsync(slug, Language.Code, title, cancellationToken)) return LocalRedirect(frame.Address($"{Place.ManagePath}/{slug}/{Language.Code}"));
        ModelState.AddModelError(nameof(Slug), frame.Words("New.SlugTaken"));
        return Page();
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$", RegexOptions.NonBacktracking)]
    private static partial Regex SlugPattern();
}
