using Portal.Recipes.Contracts;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Recipes;

/// <summary>Our own step <c>Pathway</c>: the stages people go through, how soon they are contacted, why care ends.</summary>
internal sealed class PathwayStep(PathwayRules rules) : IRecipeStep
{
    public string Name => "Pathway";

    public Type Model => typeof(PathwaySettings);

    public int Order => 40;

    public async Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        var settings = (PathwaySettings)run.Model;
        var faults = settings.Faults().ToList();
        foreach (var fault in faults) run.Error(fault);
        if (faults.Count == 0) await rules.SetAsync(settings, cancellationToken);
    }

    /// <summary>Nothing where the program's own pathway holds.</summary>
    public async Task<object?> ExportAsync(CancellationToken cancellationToken) => await rules.ReadSetAsync(cancellationToken);
}
