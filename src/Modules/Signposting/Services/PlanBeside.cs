using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Services.Answers;
using Portal.Signposting.Services.Introductions;
using Portal.Signposting.Services.Matching;

namespace Portal.Signposting.Services;

/// <summary>What stands beside the steps of a plan.</summary>
/// <param name="Suggestions">The groups that suit the person; null where they were not asked for, or nobody has said what would suit.</param>
/// <param name="Introductions">The last introduction of each step, by the step.</param>
/// <param name="Answers">What the person says on the plan, the newest last.</param>
internal sealed record PlanBeside(MatchedGroups? Suggestions, IReadOnlyDictionary<string, Introduction> Introductions, IReadOnlyList<PersonAnswer> Answers)
{
    public static PlanBeside Nothing { get; } = new(null, new Dictionary<string, Introduction>(StringComparer.Ordinal), []);

    /// <summary>What the worker has not seen.</summary>
    public IEnumerable<PersonAnswer> NewAnswers => Answers.Where(answer => answer.SeenAt is null);
}

/// <summary>Reads what stands beside the steps of a plan.</summary>
internal sealed class PlanBesides(MatchSearch matching, IntroductionDesk introductions, PersonAnswers answers)
{
    /// <param name="withSuggestions">False while the worker looks for something else.</param>
    public async Task<PlanBeside> ReadAsync(Plan plan, bool withSuggestions, CancellationToken cancellationToken) => new(
        withSuggestions ? await matching.FindAsync(plan, cancellationToken) : null,
        await introductions.OfAsync(plan.Id, cancellationToken),
        await answers.OfAsync(plan.Id, cancellationToken));
}
