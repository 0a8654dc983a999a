using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Languages;

namespace Portal.Learning.Contracts;

/// <summary>Writes a thing in one language, a translation beside its source. The view is <c>/Pages/Manage/_EditText.cshtml</c>.</summary>
public abstract class EditTextPage(IThingEditor editor, EditingFrame frame) : PageModel
{
    private const int LongestTitle = 200;
    private const int LongestGist = 1000;
    private const int LongestBody = 50_000;

    /// <summary>Title as typed.</summary>
    [BindProperty]
    public string? Title { get; set; }

    /// <summary>Gist as typed.</summary>
    [BindProperty]
    public string? Gist { get; set; }

    /// <summary>Body as typed.</summary>
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

    /// <summary>Why, for the history.</summary>
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The thing that is written.</summary>
    public TranslatedThing Thing { get; private set; } = null!;

    /// <summary>The language it is written in.</summary>
    public LanguageInfo Language { get; private set; } = null!;

    /// <summary>The text as it is saved, or null when nothing is.</summary>
    public TranslatedText? Saved { get; private set; }

    /// <summary>The text that is translated; null when this is it.</summary>
    public TranslatedText? Source { get; private set; }

    /// <summary>True when somebody else saved the text meanwhile: theirs is shown too.</summary>
    public bool IsConflict { get; private set; }

    /// <summary>What was typed, as readers will see it; null when it was not asked for.</summary>
    public RenderedText? Preview { get; private set; }

    /// <summary>True when the source was changed since the translation was made from it.</summary>
    public bool IsOutOfDate => Source is not null && Saved is not null && Saved.SourceVersion != Source.VersionId;

    /// <summary>Where the kind is looked after.</summary>
    public ThingPlace Place => editor.Place;

    /// <summary>The source as readers see it.</summary>
    public RenderedText? RenderedSource => Source is null ? null : frame.Render(Source.Body);

    /// <summary>What the page is called: the thing and the language.</summary>
    public string Heading => frame.Words("Edit.Title", (Source ?? Saved)!.Title, Language.NameIn(LanguageInfo.Of(frame.Tenant.Language)));

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string slug, string language, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, language, cancellationToken)) return NotFound();
        (Title, Gist, Body) = (Saved?.Title, Saved?.Gist, Saved?.Body);
        RememberVersions();
        return Page();
    }

    /// <summary>Saves, or shows what it will look like.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, string language, string? preview, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, language, cancellationToken)) return NotFound();
        Check();
        if (!ModelState.IsValid) return Page();
        if (preview is not null)
        {
            Preview = frame.Render(Body ?? "");
            return Page();
        }

        var result = await editor.SaveTextAsync(Thing, Edit(language), cancellationToken);
        if (result == SaveResult.Conflict)
        {
            await LoadAsync(slug, language, cancellationToken);
            IsConflict = true;
            RememberVersions();
            ModelState.AddModelError("", frame.Words("Edit.Conflict"));
            return Page();
        }

        TempData["Notice"] = frame.Words(result == SaveResult.Saved ? "Notice.Saved" : "Notice.Unchanged");
        if (result == SaveResult.Saved) await OfferUndoAsync(slug, cancellationToken);
        return LocalRedirect(frame.Address(Place.ManagePath));
    }

    private async Task<bool> LoadAsync(string slug, string language, CancellationToken cancellationToken)
    {
        if (await editor.FindThingAsync(slug, cancellationToken) is not { } thing) return false;
        if (!frame.Tenant.Settings.Languages.Contains(language) && thing.TextIn(language) is null) return false;
        (Thing, Language, Saved) = (thing, LanguageInfo.Of(language), thing.TextIn(language));
        Source = language == thing.SourceLanguage ? null : thing.SourceText();
        return true;
    }

    private async Task OfferUndoAsync(string slug, CancellationToken cancellationToken)
    {
        var newest = (await editor.HistoryAsync(Thing, 1, cancellationToken))[0].Entry;
        if (newest.Before is not null) TempData["UndoUrl"] = string.Create(CultureInfo.InvariantCulture, $"{Place.ManagePath}/{slug}/history?number={newest.Number}");
    }

    private void RememberVersions()
    {
        (VersionSeen, SourceVersionSeen) = (Saved?.VersionId, Source?.VersionId);
        ModelState.Remove(nameof(VersionSeen));
        ModelState.Remove(nameof(SourceVersionSeen));
    }

    private void Check()
    {
        CheckText(nameof(Title), Title, LongestTitle, "Edit.TitleMissing");
        CheckText(nameof(Gist), Gist, LongestGist, "Edit.GistMissing");
        if (Place.HasBody) CheckText(nameof(Body), Body, LongestBody, "Edit.BodyMissing");
    }

    private void CheckText(string field, string? value, int longest, string missing)
    {
        if (string.IsNullOrWhiteSpace(value)) ModelState.AddModelError(field, frame.Words(missing));
        else if (value.Length > longest) ModelState.AddModelError(field, frame.Words("Edit.TooLong"));
    }

    private TextEdit Edit(string language) => new()
    {
        Language = language,
        VersionSeen = VersionSeen ?? "",
        Title = Title!,
        Gist = Gist!,
        Body = Place.HasBody ? Body! : "",
        SourceVersionSeen = SourceVersionSeen,
        MatchesSource = Ticked.Contains("matches"),
        IsChecked = Ticked.Contains("checked"),
        IsSmall = Ticked.Contains("small"),
        Why = string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(),
    };
}
