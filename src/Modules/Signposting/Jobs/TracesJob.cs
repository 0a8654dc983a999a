using System.Globalization;
using Portal.Platform.Jobs;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Jobs;

/// <summary>Clears what erased records left behind in the files of the database.</summary>
internal sealed class TracesJob(Traces traces) : TenantJob
{
    public override string Id => "signposting.clear-traces";

    public override string TextKey => "Job.ClearTraces";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 50 3 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
        => await traces.ClearAsync(cancellationToken) is { } orphans ? string.Create(CultureInfo.InvariantCulture, $"cleared, {orphans} left over") : null;
}
