namespace Portal.Recipes.Contracts;

/// <summary>Lets one type of content travel in recipes. Registered as a scoped service.</summary>
public interface IContentType
{
    /// <summary>Name of the type, for example <c>Listing</c>.</summary>
    string Name { get; }

    /// <summary>The typed item, from which the JSON Schema is made and into which items are read; derives from <see cref="ContentItem"/>. An unknown field is an error.</summary>
    Type Model { get; }

    /// <summary>Types with a smaller number are run and written first: what others refer to comes before them.</summary>
    int Order { get; }

    /// <summary>
    /// Takes one item into the tenant's tables without saving. The master of a localisation set comes before its translations.
    /// The context does not look for changes by itself meanwhile: what is added to it is found again, what hangs on a tracked entity only once it is saved.
    /// What does not fit is told to <see cref="ItemImport.Error"/>, and then nothing of the recipe is kept.
    /// </summary>
    Task ImportAsync(ItemImport import, CancellationToken cancellationToken);

    /// <summary>Writes every item of the type, each language as an item of its own, in a stable order.</summary>
    IAsyncEnumerable<ContentItem> ExportAsync(CancellationToken cancellationToken);
}

/// <summary>One item on its way in.</summary>
/// <param name="Item">The item, of the type's <see cref="IContentType.Model"/>; ids and version ids are always set.</param>
/// <param name="IsMaster">True when it is the first language of its localisation set, or stands alone; the others only translate.</param>
/// <param name="Error">Reports what is wrong, in a sentence; the recipe's file, step and line are added.</param>
public sealed record ItemImport(ContentItem Item, bool IsMaster, Action<string> Error)
{
    /// <summary>Language of the item, or null when it has none.</summary>
    public string? Culture => Item.LocalizationPart?.Culture;

    /// <summary>Id of the thing over all languages: its localisation set, or its own id.</summary>
    public string SetId => Item.LocalizationPart?.LocalizationSet ?? Item.ContentItemId!;
}
