using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Resources;
using Portal.Learning.Services;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Learning.Pages.Manage;

/// <summary>Writes an article in one language, a translation beside its source.</summary>
internal sealed class EditArticleModel(ArticleEditor editor, TenantContext tenant, SiteAddresses addresses, IStringLocalizer<LearningText> texts) : PageModel
{
    private const int LongestTitle = 200;
    private const int LongestGist = 1000;
    private const int LongestBody = 50_000;

    [BindProperty]
    public string? ArticleTitle { get; set; }

    [BindProperty]
    public string? Gist { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    /// <summary>Version of the text that the form was filled from; empty when there was none.</summary>
    [BindProperty]
    public string? VersionSeen { get; set; }

    /// <summary>Version of the source that stood beside the form.</summary>
    [BindProperty]
    public string? SourceVersionSeen { get; set; }

    /// <summary>What the writer ticked: <c>matches</c>, <c>checked</c>, <c>small</c>.</summary>
    [BindProperty]
    public string[] Ticked { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    public Article Article { get; private set; } = null!;

    public LanguageInfo Language { get; private set; } = null!;

    /// <summary>The text as it is saved, or null when nothing is.</summary>
    public ArticleText? Saved { get; private set; }

    /// <summary>The text that is translated; null when this is it.</summary>
    public ArticleText? Source { get; private set; }

    /// <summary>True when somebody else saved the text meanwhile: theirs is shown too.</summary>
    public bool IsConflict { get; private set; }

    /// <summary>What was typed, as readers will see it; null when it was not asked for.</summary>
    public RenderedText? Preview { get; private set; }

    public RenderedText? RenderedSource => Source is null ? null : Render(Source.Body);

    public async Task<IActionResult> OnGetAsync(string slug, string language, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, language, cancellationToken)) return NotFound();
        (ArticleTitle, Gist, Body) = (Saved?.Title, Saved?.Gist, Saved?.Body);
        RememberVersions();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string language, string? preview, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, language, cancellationToken)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        if (preview is not null)
        {
            Preview = Render(Body!);
            return Page();
        }

        var result = await editor.SaveTextAsync(Article, Edit(language), cancellationToken);
        if (result == SaveResult.Conflict)
        {
            await LoadAsync(slug, language, cancellationToken);
            IsConflict = true;
            RememberVersions();
            ModelState.AddModelError("", texts["Edit.Conflict"]);
            return Page();
        }

        TempData["Notice"] = texts[result == SaveResult.Saved ? "Notice.Saved" : "Notice.Unchanged"].Value;
        if (result == SaveResult.Saved) await OfferUndoAsync(slug, cancellationToken);
        return RedirectToPage("/Manage/Articles");
    }

    private async Task<bool> LoadAsync(string slug, string language, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } article) return false;
        if (!tenant.Settings.Languages.Contains(language) && article.In(language) is null) return false;
        (Article, Language, Saved) = (article, LanguageInfo.Of(language), article.In(language));
        Source = language == article.SourceLanguage ? null : article.Source;
        return true;
    }

    private async Task OfferUndoAsync(string slug, CancellationToken cancellationToken)
    {
        var newest = (await editor.HistoryAsync(Article, 1, cancellationToken))[0];
        if (newest.Before is not null) TempData["UndoUrl"] = string.Create(CultureInfo.InvariantCulture, $"/manage/articles/{slug}/history?number={newest.Number}");
    }

    private void RememberVersions()
    {
        (VersionSeen, SourceVersionSeen) = (Saved?.VersionId, Source?.VersionId);
        ModelState.Remove(nameof(VersionSeen));
        ModelState.Remove(nameof(SourceVersionSeen));
    }

    private void Check()
    {
        CheckText(nameof(ArticleTitle), ArticleTitle, LongestTitle, "Edit.TitleMissing");
        CheckText(nameof(Gist), Gist, LongestGist, "Edit.GistMissing");
        CheckText(nameof(Body), Body, LongestBody, "Edit.BodyMissing");
    }

    private void CheckText(string field, string? value, int longest, string missing)
    {
        if (string.IsNullOrWhiteSpace(value)) ModelState.AddModelError(field, texts[missing]);
        else if (value.Length > longest) ModelState.AddModelError(field, texts["Edit.TooLong"]);
    }

    private TextEdit Edit(string language) => new()
    {
        Language = language,
        VersionSeen = VersionSeen ?? "",
        Title = ArticleTitle!,
        Gist = Gist!,
        Body = Body!,
        SourceVersionSeen = SourceVersionSeen,
        MatchesSource = Ticked.Contains("matches"),
        IsChecked = Ticked.Contains("checked"),
        IsSmall = Ticked.Contains("small"),
        Why = string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(),
    };

    private RenderedText Render(string markdown) => MarkdownText.Render(markdown, path => addresses.Path(path));
}
