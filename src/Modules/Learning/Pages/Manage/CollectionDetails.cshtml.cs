using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Resources;
using Portal.Learning.Services;

namespace Portal.Learning.Pages.Manage;

/// <summary>Which articles a collection holds, in which order, and its place among the collections.</summary>
internal sealed class CollectionDetailsModel(CollectionEditor editor, ArticleEditor articles, EditingFrame frame, IStringLocalizer<CollectionEditingText> texts) : ThingDetailsPage(frame)
{
    /// <summary>The place of each article as typed, by its id; empty for one that does not belong.</summary>
    [BindProperty]
    public Dictionary<string, string?> Places { get; set; } = new(StringComparer.Ordinal);

    public Collection Collection { get; private set; } = null!;

    /// <summary>All articles: those of the collection first, in their order.</summary>
    public IReadOnlyList<ThingRow> Articles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken)) return NotFound();
        Fill(Collection.Details);
        foreach (var article in Articles) Places[article.Id] = "";
        foreach (var (place, id) in Collection.Articles.Index()) Places[id] = (place + 1).ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken)) return NotFound();
        var order = CheckOrder();
        var chosen = Articles.Where(article => !string.IsNullOrWhiteSpace(Places.GetValueOrDefault(article.Id)))
            .Select(article => (article.Id, Place: CheckNumber($"{nameof(Places)}[{article.Id}]", Places[article.Id]!.Trim(), 1, LastPlace, texts["Details.PlaceInvalid"])))
            .ToList();
        foreach (var article in Articles) Places.TryAdd(article.Id, "");
        CheckSeen(Collection.Details);
        if (Collection.IsPublished && chosen.Count == 0) ModelState.AddModelError("", texts["Details.NoneLeft"]);
        if (!ModelState.IsValid) return Page();

        // Two with the same place keep the order they stand in on the page.
        var details = Collection.Details with { Order = order, Articles = [.. chosen.OrderBy(article => article.Place).Select(article => article.Id)] };
        return Done(await editor.ArrangeAsync(Collection, details, cancellationToken), editor.Place.ManagePath);
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } collection) return false;
        Collection = collection;
        var all = await articles.ListAsync(cancellationToken);
        var byId = all.ToDictionary(article => article.Id, StringComparer.Ordinal);
        Articles = [.. collection.Articles.Where(byId.ContainsKey).Select(id => byId[id]), .. all.Where(article => !collection.Articles.Contains(article.Id))];
        return true;
    }
}
