using System.Text.Json;
using Portal.Recipes.Contracts;

namespace Portal.Recipes.Reading;

/// <summary>What a recipe and those it names ask for, read and checked for shape, before anything has been done.</summary>
internal sealed class RecipePlan
{
    /// <summary>Every step but <c>content</c> and <c>recipes</c>, in the order of the files.</summary>
    public List<PlannedStep> Steps { get; } = [];

    /// <summary>All content items of all files.</summary>
    public List<PlannedItem> Items { get; } = [];

    /// <summary>What does not fit.</summary>
    public List<RecipeProblem> Problems { get; } = [];
}

/// <summary>Where something stands.</summary>
/// <param name="Label">Number and name of the step.</param>
internal sealed record RecipePlace(string File, string Label, JsonText Text, JsonSlice Slice)
{
    /// <summary>A problem here. Where the message quotes a value that stands here, its line is given.</summary>
    public RecipeProblem Problem(string message)
    {
        var quoted = message.Split('\'');
        return new RecipeProblem(File, Label, Text.LineOf(Slice, quoted.Length > 2 ? quoted[1] : null), message);
    }
}

internal sealed record PlannedStep(RecipePlace Place, IRecipeStep Step, object Model, JsonElement Json);

internal sealed record PlannedItem(RecipePlace Place, IContentType Type, ContentItem Item)
{
    public string Id => Item.ContentItemId!;

    public string VersionId => Item.ContentItemVersionId!;

    public string SetId => Item.LocalizationPart?.LocalizationSet ?? Id;
}
