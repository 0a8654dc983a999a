using System.Text.Json;
using Portal.Recipes.Contracts;
using Portal.Recipes.Services;

namespace Portal.Recipes.Reading;

/// <summary>Reads a recipe file and those it names into a plan. All that does not fit is put down, not only the first.</summary>
internal sealed class RecipeLoader(IReadOnlyCollection<IRecipeStep> steps, IReadOnlyCollection<IContentType> types, Scripts scripts)
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MaxLength = 50 * 1024 * 1024;

    private readonly HashSet<string> loaded = new(StringComparer.Ordinal);

    public async Task<RecipePlan> LoadAsync(string file, CancellationToken cancellationToken)
    {
        var plan = new RecipePlan();
        await LoadAsync(plan, file, [], cancellationToken);
        return plan;
    }

    private async Task LoadAsync(RecipePlan plan, string file, IReadOnlyList<string> openedBy, CancellationToken cancellationToken)
    {
        if (!loaded.Add(Path.GetFullPath(file))) return;
        if (await ReadAsync(plan, file, cancellationToken) is not { } original) return;
        var stepSlices = StepsOf(original);
        var scriptError = (JsonSlice slice, long line, string message) =>
            plan.Problems.Add(new RecipeProblem(file, LabelOf(original, slice, stepSlices.IndexOf(slice)), line, message));
        var text = scripts.Evaluate(original, stepSlices.Select(slice => (slice, IsContent(original, slice) ? Scripts.IsForMachines : (Func<string, bool>)(_ => true))), scriptError);

        new ShapeCheck(text, (line, message) => plan.Problems.Add(new RecipeProblem(file, null, line, message))).Read(typeof(RecipeEnvelope), text.Root());
        foreach (var (slice, index) in StepsOf(text).Select((slice, index) => (slice, index)))
        {
            var place = new RecipePlace(file, LabelOf(text, slice, index), text, slice);
            var name = NameOf(text, slice);
            if (name is null) plan.Problems.Add(place.Problem("The step has no name."));
            else if (Same(name, ContentStep.Name)) LoadItems(plan, place, original, stepSlices[index]);
            else if (Same(name, RecipesStep.Name)) await LoadRecipesAsync(plan, place, [.. openedBy, Path.GetFullPath(file)], cancellationToken);
            else LoadStep(plan, place, name);
        }
    }

    private static async Task<JsonText?> ReadAsync(RecipePlan plan, string file, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(file).Length > MaxLength)
            {
                plan.Problems.Add(new RecipeProblem(file, null, 1, "The file is larger than 50 MB."));
                return null;
            }

            var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
            var text = new JsonText(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
            text.Root();
            return text;
        }
        catch (JsonException problem)
        {
            plan.Problems.Add(new RecipeProblem(file, null, (problem.LineNumber ?? 0) + 1, $"The file is not right JSON. {JsonMessages.Plain(problem)}"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            plan.Problems.Add(new RecipeProblem(file, null, 1, $"The file cannot be read. {problem.Message}"));
        }

        return null;
    }

    private void LoadStep(RecipePlan plan, RecipePlace place, string name)
    {
        if (steps.FirstOrDefault(step => Same(step.Name, name)) is not { } step)
        {
            plan.Problems.Add(place.Problem($"The step '{name}' is not known. Known are: {string.Join(", ", steps.Select(known => known.Name).Append(ContentStep.Name).Append(RecipesStep.Name).Order(StringComparer.OrdinalIgnoreCase))}."));
        }
        else if (ReadStep(plan, place, step.Model) is { } model)
        {
            plan.Steps.Add(new PlannedStep(place, step, model, JsonSerializer.Deserialize<JsonElement>(place.Text[place.Slice], RecipeJson.Options)));
        }
    }

    private void LoadItems(RecipePlan plan, RecipePlace place, JsonText original, JsonSlice originalStep)
    {
        if (ReadStep(plan, place, typeof(ContentStep)) is null) return;
        var originals = DataOf(original, originalStep);
        foreach (var (slice, index) in DataOf(place.Text, place.Slice).Select((slice, index) => (slice, index)))
        {
            var itemPlace = place with { Slice = slice };
            var error = (string message) => plan.Problems.Add(itemPlace.Problem(message));
            var typeName = place.Text.Members(slice).Where(member => Same(member.Name, nameof(ContentItem.ContentType))).Select(member => place.Text.Text(member.Value)).FirstOrDefault();
            if (types.FirstOrDefault(type => type.Name == typeName) is not { } type)
            {
                error(typeName is null ? "The item has no ContentType." : $"The content type '{typeName}' is not known. Known are: {string.Join(", ", types.Select(known => known.Name).Order(StringComparer.Ordinal))}.");
                continue;
            }

            if (Shape(plan, itemPlace).Read(type.Model, slice) is not ContentItem item || item.Latest == false) continue;
            ItemIds.Complete(item, original[originals[index]]);
            ItemIds.Check(item, error);
            plan.Items.Add(new PlannedItem(itemPlace, type, item));
        }
    }

    private async Task LoadRecipesAsync(RecipePlan plan, RecipePlace place, IReadOnlyList<string> openedBy, CancellationToken cancellationToken)
    {
        if (ReadStep(plan, place, typeof(RecipesStep)) is not RecipesStep step) return;
        foreach (var reference in step.Values)
        {
            if (RecipeLibrary.Find(reference.Name, Path.GetDirectoryName(Path.GetFullPath(place.File))!) is not { } file)
                plan.Problems.Add(place.Problem($"There is no recipe '{reference.Name}' in this folder, in those beside it, or among the recipes of the program."));
            else if (openedBy.Contains(file))
                plan.Problems.Add(place.Problem($"The recipe '{reference.Name}' runs itself in a circle."));
            else
                await LoadAsync(plan, file, openedBy, cancellationToken);
        }
    }

    private static object? ReadStep(RecipePlan plan, RecipePlace place, Type model)
    {
        // The name of the step is not the model's business, unless the model says so.
        var keepsName = RecipeJson.Options.GetTypeInfo(model).Properties.Any(property => property.Name == "name");
        var text = keepsName || NameMember(place.Text, place.Slice) is not { } name ? place.Text : place.Text.Without(place.Slice, name);
        return Shape(plan, place, text).Read(model, place.Slice);
    }

    private static ShapeCheck Shape(RecipePlan plan, RecipePlace place, JsonText? text = null)
        => new(text ?? place.Text, (line, message) => plan.Problems.Add(new RecipeProblem(place.File, place.Label, line, message)));

    private static List<JsonSlice> StepsOf(JsonText text)
        => [.. text.Members(text.Root()).Where(member => Same(member.Name, "steps")).Take(1).SelectMany(member => text.Elements(member.Value))];

    private static List<JsonSlice> DataOf(JsonText text, JsonSlice step)
        => [.. text.Members(step).Where(member => Same(member.Name, "data")).Take(1).SelectMany(member => text.Elements(member.Value))];

    private static string? NameOf(JsonText text, JsonSlice step) => NameMember(text, step) is { } name ? text.Text(name.Value) : null;

    /// <summary>The key that names a step: a site has a <c>Name</c> too.</summary>
    private static JsonMember? NameMember(JsonText text, JsonSlice step)
        => text.Members(step).Where(member => Same(member.Name, "name")).OrderBy(member => member.Name == "name" ? 0 : 1).Cast<JsonMember?>().FirstOrDefault();

    private static bool IsContent(JsonText text, JsonSlice step) => NameOf(text, step) is { } name && Same(name, ContentStep.Name);

    private static string LabelOf(JsonText text, JsonSlice step, int index)
        => $"{(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}{(NameOf(text, step) is { } name ? $" ({name})" : "")}";

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
