using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>Lets taxonomies travel in recipes, each with its terms in all languages.</summary>
internal sealed class TaxonomyContentType(PortalDbContext db, ListingIndexer indexer) : IContentType
{
    public string Name => "Taxonomy";

    public Type Model => typeof(TaxonomyItem);

    public int Order => 10;

    public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
    {
        var item = (TaxonomyItem)import.Item;
        var id = import.SetId;
        var taxonomy = await db.Set<Taxonomy>().Include(known => known.Terms).SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        var isNew = taxonomy is null;
        if (taxonomy is null) db.Add(taxonomy = new Taxonomy { Id = id, Title = "", Path = "" });
        taxonomy.VersionId = item.ContentItemVersionId!;
        taxonomy.Title = Fields.TitleOf(item);
        taxonomy.Path = item.AutoroutePart?.Path ?? id;

        var terms = item.TaxonomyPart?.Terms ?? [];
        foreach (var doubled in terms.GroupBy(PathOf, StringComparer.Ordinal).Where(group => group.Count() > 1)) import.Error($"Two terms have the path '{doubled.Key}'.");
        foreach (var gone in taxonomy.Terms.Where(known => !terms.Any(term => term.ContentItemId == known.Id)).ToList())
        {
            taxonomy.Terms.Remove(gone);
            db.Remove(gone);
        }

        var place = 0;
        foreach (var term in terms) await ImportTermAsync(import, taxonomy, term, ++place, cancellationToken);
        if (!isNew) await indexer.IndexAllAsync(cancellationToken);
    }

    private async Task ImportTermAsync(ItemImport import, Taxonomy taxonomy, TermItem item, int place, CancellationToken cancellationToken)
    {
        var id = item.ContentItemId;
        if (id.Length is 0 or > Ids.Length) import.Error($"The term id '{id}' is empty or longer than {Ids.Length} characters.");
        var names = item.TermPart?.Names?.ContentItems ?? [];
        if (names.Count == 0) import.Error($"The term '{id}' has no name in any language.");
        var term = taxonomy.Terms.Find(known => known.Id == id);
        if (term is null)
        {
            if (await db.Set<Term>().FindAsync([id], cancellationToken) is not null) import.Error($"The term '{id}' belongs to another taxonomy.");
            else taxonomy.Terms.Add(term = new Term { Id = id, TaxonomyId = taxonomy.Id, Path = "" });
        }

        if (term is null) return;
        term.Path = PathOf(item);
        term.Order = (int)(item.TermPart?.Order?.Value ?? place);
        term.Names = [.. names.Select(name => new TermName(name.TermNamePart.Culture?.Text ?? "en", name.TermNamePart.Name?.Text ?? "", name.TermNamePart.Synonyms?.Values ?? []))];
    }

    private static string PathOf(TermItem term) => term.AutoroutePart?.Path ?? term.ContentItemId;

    public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var taxonomies = await db.Set<Taxonomy>().AsNoTracking().Include(taxonomy => taxonomy.Terms).ToListAsync(cancellationToken);
        foreach (var taxonomy in taxonomies.OrderBy(taxonomy => taxonomy.Id, StringComparer.Ordinal))
        {
            yield return new TaxonomyItem
            {
                ContentItemId = taxonomy.Id,
                ContentItemVersionId = taxonomy.VersionId,
                ContentType = Name,
                DisplayText = taxonomy.Title,
                Latest = true,
                Published = true,
                TitlePart = new TitlePart(taxonomy.Title),
                AutoroutePart = new AutoroutePart(taxonomy.Path),
                TaxonomyPart = new TaxonomyPart("Term", [.. taxonomy.Terms.OrderBy(term => term.Order).ThenBy(term => term.Id, StringComparer.Ordinal).Select(Write)]),
            };
        }
    }

    private static TermItem Write(Term term)
    {
        var title = (term.Names.FirstOrDefault(name => name.Culture == "en") ?? term.Names[0]).Name;
        return new TermItem
        {
            ContentItemId = term.Id,
            ContentType = "Term",
            DisplayText = title,
            TitlePart = new TitlePart(title),
            AutoroutePart = new AutoroutePart(term.Path),
            TermPart = new TermPart(
                new NumericField(term.Order),
                new BagPart<TermNameItem>([.. term.Names.Select(name => new TermNameItem("TermName", new TermNamePart(name.Culture.AsText(), name.Name.AsText(), name.Synonyms.AsList())))])),
        };
    }
}
