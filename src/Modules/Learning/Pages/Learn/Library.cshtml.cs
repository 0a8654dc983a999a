using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Learning.Services;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Learning.Pages.Learn;

/// <summary>All there is to read: in collections, and by need.</summary>
[SharedPage]
internal sealed class LibraryModel(LibraryReader libraries, ITaxonomies taxonomies, TenantContext tenant) : PageModel
{
    /// <summary>The needs that something is written about, with the articles.</summary>
    public IReadOnlyList<NeedGroup> Needs { get; private set; } = [];

    /// <summary>The need that was chosen, or null.</summary>
    public NeedGroup? Chosen { get; private set; }

    /// <summary>The collections with their articles; none when a need was chosen.</summary>
    public IReadOnlyList<Shelf> Shelves { get; private set; } = [];

    /// <summary>The articles that speak to the chosen need; without one, those that stand nowhere else on the page.</summary>
    public IReadOnlyList<ArticleCard> Articles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? need, CancellationToken cancellationToken)
    {
        var library = await libraries.ReadAsync(cancellationToken);
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var terms = (await taxonomies.ReadAsync(cancellationToken)).Of(TaxonomyIds.Need).ToList();
        Needs = [.. terms.Select(term => GroupOf(term, library, chain)).Where(group => group.Articles.Count > 0)];
        if (need is not null)
        {
            Chosen = Needs.FirstOrDefault(group => group.Path == need);
            if (Chosen is null) return RedirectToPage(new { need = (string?)null });
            Articles = Chosen.Articles;
            return Page();
        }

        Shelves = [.. library.Collections.Select(collection => ShelfOf(collection, library, chain)).Where(shelf => shelf.Articles.Count > 0)];
        var shown = Needs.SelectMany(group => group.Articles).Concat(Shelves.SelectMany(shelf => shelf.Articles)).Select(card => card.Id).ToHashSet(StringComparer.Ordinal);
        Articles = [.. library.Articles.Where(article => !shown.Contains(article.Id)).Select(article => article.Card(chain))];
        return Page();
    }

    private static NeedGroup GroupOf(TermInfo term, Library library, IReadOnlyList<string> chain)
    {
        var (name, language) = term.NameIn(chain);
        return new NeedGroup(term.Path, name, language, [.. library.Articles.Where(article => article.Needs.Contains(term.Id)).Select(article => article.Card(chain))]);
    }

    private static Shelf ShelfOf(CollectionEntry collection, Library library, IReadOnlyList<string> chain)
        => new(collection.Slug, collection.Texts.For(chain, text => text.Language)!, [.. library.Find(collection.Articles).Select(article => article.Card(chain))]);

    /// <summary>A need with the articles that speak to it.</summary>
    /// <param name="Path">Its name in addresses.</param>
    /// <param name="Language">Language its name is in.</param>
    internal sealed record NeedGroup(string Path, string Name, string Language, IReadOnlyList<ArticleCard> Articles);

    /// <summary>A collection with its articles.</summary>
    internal sealed record Shelf(string Slug, CollectionEntryText Text, IReadOnlyList<ArticleCard> Articles);
}
