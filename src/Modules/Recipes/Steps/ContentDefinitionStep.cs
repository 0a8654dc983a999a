using System.Text.Json;
using Portal.Recipes.Contracts;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Steps;

/// <summary>
/// Orchard Core's step <c>ContentDefinition</c>. Content types are code here, so there is nothing to define: the step is checked against
/// what there is, and an export writes it for those who read the recipe elsewhere.
/// </summary>
internal sealed class ContentDefinitionStep(IEnumerable<IContentType> types) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public Type Model => typeof(ContentDefinitionModel);

    public int Order => 1000;

    public Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        var (given, known) = ((ContentDefinitionModel)run.Model, Describe());
        foreach (var type in given.ContentTypes)
        {
            if (known.ContentTypes.FirstOrDefault(candidate => candidate.Name == type.Name) is not { } knownType)
            {
                run.Error($"The content type '{type.Name}' is not known.");
                continue;
            }

            foreach (var part in type.ContentTypePartDefinitionRecords.Where(part => !knownType.ContentTypePartDefinitionRecords.Any(candidate => candidate.PartName == part.PartName)))
                run.Error($"The content type '{type.Name}' has no part '{part.PartName}'.");
        }

        foreach (var part in given.ContentParts)
        {
            if (known.ContentParts.FirstOrDefault(candidate => candidate.Name == part.Name) is not { } knownPart)
            {
                run.Error($"The content part '{part.Name}' is not known.");
                continue;
            }

            foreach (var field in part.ContentPartFieldDefinitionRecords.Where(field => !knownPart.ContentPartFieldDefinitionRecords.Any(candidate => (candidate.Name, candidate.FieldName) == (field.Name, field.FieldName))))
                run.Error($"The content part '{part.Name}' has no field '{field.Name}' of the kind '{field.FieldName}'.");
        }

        return Task.CompletedTask;
    }

    public Task<object?> ExportAsync(CancellationToken cancellationToken)
    {
        var known = Describe();
        return Task.FromResult<object?>(known.ContentTypes.Count == 0 ? null : known);
    }

    /// <summary>All types with their parts and fields, read off the models.</summary>
    private ContentDefinitionModel Describe()
    {
        var described = new List<TypeDefinition>();
        var parts = new SortedDictionary<string, PartDefinition>(StringComparer.Ordinal);
        foreach (var type in types.OrderBy(type => type.Order).ThenBy(type => type.Name, StringComparer.Ordinal))
        {
            var partTypes = PropertiesOf(type.Model).Where(property => property.Name.EndsWith("Part", StringComparison.Ordinal)).ToList();
            described.Add(new TypeDefinition
            {
                Name = type.Name,
                DisplayName = type.Name,
                ContentTypePartDefinitionRecords = [.. partTypes.Select(part => new TypePartDefinition { PartName = part.Name, Name = part.Name })],
            });
            foreach (var part in partTypes)
            {
                parts.TryAdd(part.Name, new PartDefinition
                {
                    Name = part.Name,
                    ContentPartFieldDefinitionRecords = [.. PropertiesOf(part.Type).Where(field => !field.Type.IsPrimitive && field.Type != typeof(string)).Select(field => new FieldDefinition { FieldName = KindOf(field.Type), Name = field.Name })],
                });
            }
        }

        return new ContentDefinitionModel { ContentTypes = described, ContentParts = [.. parts.Values] };
    }

    private static IEnumerable<(string Name, Type Type)> PropertiesOf(Type type)
        => RecipeJson.Options.GetTypeInfo(type).Properties.OrderBy(property => property.Order).Select(property => (property.Name, property.PropertyType));

    private static string KindOf(Type type) => type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;
}

internal sealed record ContentDefinitionModel
{
    public IReadOnlyList<TypeDefinition> ContentTypes { get; init; } = [];

    public IReadOnlyList<PartDefinition> ContentParts { get; init; } = [];
}

internal sealed record TypeDefinition
{
    public required string Name { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>Settings of Orchard Core's editors; not used here.</summary>
    public JsonElement? Settings { get; init; }

    public IReadOnlyList<TypePartDefinition> ContentTypePartDefinitionRecords { get; init; } = [];
}

internal sealed record TypePartDefinition
{
    public required string PartName { get; init; }

    public required string Name { get; init; }

    /// <summary>Settings of Orchard Core's editors; not used here.</summary>
    public JsonElement? Settings { get; init; }
}

internal sealed record PartDefinition
{
    public required string Name { get; init; }

    /// <summary>Settings of Orchard Core's editors; not used here.</summary>
    public JsonElement? Settings { get; init; }

    public IReadOnlyList<FieldDefinition> ContentPartFieldDefinitionRecords { get; init; } = [];
}

internal sealed record FieldDefinition
{
    public required string FieldName { get; init; }

    public required string Name { get; init; }

    /// <summary>Settings of Orchard Core's editors; not used here.</summary>
    public JsonElement? Settings { get; init; }
}
