using Microsoft.Extensions.Localization;
using Portal.Jobs.Resources;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;

namespace Portal.Jobs.Services;

/// <summary>Deletes what the list of runs need no longer show.</summary>
internal sealed class TrimRuns(RunLog runs, TimeProvider clock, IStringLocalizer<JobsText> texts) : TenantJob
{
    public const string Name = "jobs.trim";

    private static readonly TimeSpan keptFor = TimeSpan.FromDays(30);

    public override string Id => Name;

    public override string TextKey => "Job.Trim";

    public override Type Resources => typeof(JobsText);

    public override string Schedule => "0 10 3 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var count = await runs.DeleteBeforeAsync(clock.GetUtcNow() - keptFor, cancellationToken);
        return count == 0 ? null : texts.Count("Job.Trim.Done", count).Value;
    }
}
