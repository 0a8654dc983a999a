using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Jobs;

namespace Portal.Directory.Jobs;

/// <summary>Asks groups in the morning whether their pages are still right, and takes those out of the search that have been silent for too long. See <c>docs/freshness.md</c>.</summary>
internal sealed class KeepFresh(SilentListings silent, StillRightLetters letters, StillRightLinks links, IStringLocalizer<FreshnessText> texts) : TenantJob
{
    public override string Id => "directory.freshness";

    public override string TextKey => "Job.KeepFresh";

    public override Type Resources => typeof(DirectoryText);

    public override string Schedule => "0 0 9 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        await links.ForgetAsync(cancellationToken);
        var hidden = await silent.HideAsync(cancellationToken);
        var written = await letters.WriteAsync(cancellationToken);
        return hidden + written > 0 ? texts["Job.KeepFresh.Done", written, hidden].Value : null;
    }
}
