using System.Globalization;
using Portal.Platform.Jobs;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Protection;

namespace Portal.Signposting.Jobs;

/// <summary>Seals what tells of people anew when there is a newer key.</summary>
internal sealed class ResealJob(Resealing resealing) : TenantJob
{
    public override string Id => "signposting.reseal";

    public override string TextKey => "Job.Reseal";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 10 4 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var count = await resealing.RunAsync(cancellationToken);
        return count is { Sealed: 0, Unreadable: 0 } ? null : string.Create(CultureInfo.InvariantCulture, $"{count.Sealed} sealed anew, {count.Unreadable} unreadable");
    }
}
