using System.Globalization;
using Portal.Platform.Jobs;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Reports;

namespace Portal.Signposting.Jobs;

/// <summary>Counts the months that are over, for reports. A second run finds nothing to do.</summary>
internal sealed class CountMonthsJob(MonthCounting counting) : TenantJob
{
    public override string Id => "signposting.count-months";

    public override string TextKey => "Job.CountMonths";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 40 2 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
        => await counting.CountDueAsync(cancellationToken) is > 0 and var count ? string.Create(CultureInfo.InvariantCulture, $"{count} months") : null;
}
