using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Services.Searching;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Manage.Taxonomies;

/// <summary>The words people search with and the terms they mean: tried, added, taken away, taken back.</summary>
internal sealed class SearchWordsModel(
    PortalDbContext db, TermEditor editor, ITaxonomies taxonomies, WordPreviews previews, ListingWording wording, TenantContext tenant, IStringLocalizer<SearchWordsText> texts, IStringLocalizer<DirectoryText> directory)
    : PageModel
{
    private const int LongestWord = 80;
    private const int ChangesShown = 20;

    private TermList terms = new([]);

    /// <summary>A word to try, or to add.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Word { get; set; }

    /// <summary>The term it means, or whose words are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Term { get; set; }

    /// <summary>Language of the word.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    public IReadOnlyList<SelectListItem> Terms { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    /// <summary>The term whose words are shown, or null.</summary>
    public Domain.Term? Chosen { get; private set; }

    /// <summary>Name of <see cref="Chosen"/> for the reader.</summary>
    public string ChosenName => Chosen is null ? "" : NameOf(Chosen.Id);

    /// <summary>What the word leads to; null when none was typed.</summary>
    public WordPreview? Preview { get; private set; }

    /// <summary>The terms that have the word already.</summary>
    public IReadOnlyList<string> Means { get; private set; } = [];

    public IReadOnlyList<WordChange> Changes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var word = Word?.Trim() ?? "";
        if (word.Length is 0 or > LongestWord) ModelState.AddModelError(nameof(Word), texts[word.Length == 0 ? "Add.WordMissing" : "Add.WordTooLong", LongestWord]);
        if (Chosen is null) ModelState.AddModelError(nameof(Term), texts["Add.TermMissing"]);
        var name = Chosen?.Names.FirstOrDefault(one => one.Culture == Language);
        if (Chosen is not null && name is null) ModelState.AddModelError(nameof(Language), texts["Add.NoName", ChosenName]);
        if (name is not null && name.Synonyms.Prepend(name.Name).Contains(word, StringComparer.CurrentCultureIgnoreCase)) ModelState.AddModelError(nameof(Word), texts["Add.Already", word, ChosenName]);
        if (name?.Synonyms.Count >= TermEditor.MostSynonyms) ModelState.AddModelError(nameof(Word), directory["Terms.TooMany", TermEditor.MostSynonyms]);
        if (!ModelState.IsValid) return Page();

        await editor.ChangeWordsAsync(Chosen!, [new TermWord(Language!, word)], [], cancellationToken);
        return await SavedAsync(Chosen!, texts["Added", word, ChosenName], word, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string remove, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Chosen is null || Language is null) return NotFound();
        if (!await editor.ChangeWordsAsync(Chosen, [], [new TermWord(Language, remove)], cancellationToken)) return Back(Term, null);
        return await SavedAsync(Chosen, texts["Removed", remove, ChosenName], null, cancellationToken);
    }

    public async Task<IActionResult> OnPostUndoAsync(long number, CancellationToken cancellationToken)
    {
        TempData["Notice"] = texts[await editor.UndoWordsAsync(number, cancellationToken) ? "Undone" : "NothingToUndo"].Value;
        return Back(Term, null);
    }

    private async Task<IActionResult> SavedAsync(Domain.Term term, string notice, string? word, CancellationToken cancellationToken)
    {
        TempData["Notice"] = notice;
        var number = await editor.NewestAsync(term, cancellationToken);
        TempData["UndoUrl"] = string.Create(CultureInfo.InvariantCulture, $"/manage/search-words?handler=Undo&number={number}&term={Uri.EscapeDataString(term.Id)}");
        return Back(term.Id, word);
    }

    private RedirectToPageResult Back(string? term, string? word) => RedirectToPage("/Manage/Taxonomies/SearchWords", new { term, word });

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        terms = await taxonomies.ReadAsync(cancellationToken);
        Terms = [new SelectListItem(texts["Choose"], ""), .. terms.All.Select(term => new SelectListItem(NameOf(term.Id), term.Id, term.Id == Term))];
        Languages = [.. tenant.Settings.Languages.Union(terms.All.SelectMany(term => term.Names.Keys), StringComparer.Ordinal).Select(code => new SelectListItem(wording.Language(code), code))];
        Language ??= tenant.Language;
        Chosen = Term is { Length: > 0 } id ? await editor.FindAsync(id, cancellationToken) : null;
        if (!string.IsNullOrWhiteSpace(Word) && Word.Length <= LongestWord)
        {
            var word = Word.Trim();
            Preview = await previews.ReadAsync(word, Chosen is null ? null : terms.Find(Chosen.Id), cancellationToken);
            Means = [.. terms.All.Where(term => term.Synonyms.Concat(term.Names.Values).Contains(word, StringComparer.CurrentCultureIgnoreCase)).Select(term => NameOf(term.Id))];
        }

        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectKind == TermEditor.SubjectKind && entry.Action == TermEditor.Changed)
            .OrderByDescending(entry => entry.Number).Take(ChangesShown).ToListAsync(cancellationToken);
        Changes = [.. entries.Select(entry => (Entry: entry, Words: TermEditor.WordsChanged(entry))).Where(change => change.Words.Added.Count + change.Words.Removed.Count > 0)
            .Select(change => new WordChange(change.Entry.Number, change.Entry.At, change.Entry.ActorName, NameOf(change.Entry.SubjectId), change.Words.Added, change.Words.Removed))];
    }

    private string NameOf(string id)
        => terms.Find(id) is { } term
            ? $"{term.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name} ({directory["Filter." + FacetWords.GroupOf(term.TaxonomyId)].Value})"
            : id;
}

/// <summary>Words that somebody added or took away at once.</summary>
/// <param name="Number">Number in the audit trail.</param>
internal sealed record WordChange(long Number, DateTimeOffset At, string Who, string Term, IReadOnlyList<TermWord> Added, IReadOnlyList<TermWord> Removed);
