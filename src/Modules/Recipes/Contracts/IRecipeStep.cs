using System.Text.Json;

namespace Portal.Recipes.Contracts;

/// <summary>A kind of step in a recipe. Registered as a scoped service.</summary>
public interface IRecipeStep
{
    /// <summary>Name as recipes write it, for example <c>feature</c>.</summary>
    string Name { get; }

    /// <summary>Type the step is read into; its JSON Schema is exported for editors. An unknown field is an error.</summary>
    Type Model { get; }

    /// <summary>Order in which steps are written by an export; 0 first.</summary>
    int Order { get; }

    /// <summary>Does the step without saving. What does not fit is told to <see cref="StepRun.Error"/>, and then nothing of the recipe is kept.</summary>
    Task RunAsync(StepRun run, CancellationToken cancellationToken);

    /// <summary>What the step would have to say to bring a new tenant to where this one is; null for nothing.</summary>
    Task<object?> ExportAsync(CancellationToken cancellationToken);
}

/// <summary>One step being run.</summary>
/// <param name="Model">The step as read, of the step's <see cref="IRecipeStep.Model"/>.</param>
/// <param name="Folder">Folder of the recipe file, for files that travel with it.</param>
/// <param name="Error">Reports what is wrong, in a sentence; file, step and line are added.</param>
public sealed record StepRun(object Model, string Folder, Action<string> Error)
{
    /// <summary>The same step as plain JSON, for steps to which it matters what was left out.</summary>
    public required JsonElement Json { get; init; }

    /// <summary>
    /// Takes work that no transaction can take back, such as writing a file. It is done once nothing stands against the recipe any
    /// more, right before all of it is kept; for a recipe that is only checked it is never done.
    /// </summary>
    public required Action<Func<CancellationToken, Task>> BeforeKept { get; init; }
}
