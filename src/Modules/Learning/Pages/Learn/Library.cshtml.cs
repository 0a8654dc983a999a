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
    /// <summary>The needs that something is written about.</summary>
    public IReadOnlyList<NeedLink> Needs { get; private set; } = [];

    /// <summary>The need that was chosen, or null.</summary>
    public NeedLink? Chosen { get; private set; }

    /// <summary>The collections with their articles; none when a need was chosen.</summary>
    public IReadOnlyList<Shelf> Shelves { get; private set; } = [];

    /// <summary>The articles that fit the chosen need, or all.</summary>
    public IReadOnlyList<ArticleCard> Articles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? need, CancellationToken cancellationToken)
    {
        var library = await libraries.ReadAsync(cancellationToken);
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var terms = (await taxonomies.ReadAsync(cancellationToken)).Of(TaxonomyIds.Need);
        Needs =
        [
            .. terms.Select(term => new NeedLink(term.Id, term.Path, term.NameIn(chain).Name, term.NameIn(chain).Language, library.Articles.Count(article => article.Needs.Contains(term.Id))))
                .Where(link => link.Count > 0),
        ];
        if (need is not null)
        {
            Chosen = Needs.FirstOrDefault(link => link.Path == need);
            if (Chosen is null) return RedirectToPage();
        }

        Articles = [.. library.Articles.Where(article => Chosen is null || article.Needs.Contains(Chosen.Id)).Select(article => article.Card(chain))];
        if (Chosen is null) Shelves = [.. library.Collections.Select(collection => ShelfOf(collection, library, chain)).Where(shelf => shelf.Articles.Count > 0)];
        return Page();
    }

    private static Shelf ShelfOf(CollectionEntry collection, Library library, IReadOnlyList<string> chain)
        => new(collection.Slug, collection.Texts.For(chain, text => text.Language)!, [.. library.Find(collection.Articles).Select(article => article.Card(chain))]);

    /// <summary>A need to choose.</summary>
    /// <param name="Count">How many articles there are for it.</param>
    internal sealed record NeedLink(string Id, string Path, string Name, string Language, int Count);

    /// <summary>A collection with its articles.</summary>
    internal sealed record Shelf(string Slug, CollectionEntryText Text, IReadOnlyList<ArticleCard> Articles);
}
