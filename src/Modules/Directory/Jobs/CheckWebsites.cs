using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services.Websites;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;

namespace Portal.Directory.Jobs;

/// <summary>Looks whether the websites that groups name are still there, each when its time has come.</summary>
internal sealed class CheckWebsites(WebsiteChecks checks, IStringLocalizer<WebsiteText> texts) : TenantJob
{
    public override string Id => "directory.check-websites";

    public override string TextKey => "Job.CheckWebsites";

    public override Type Resources => typeof(DirectoryText);

    public override string Schedule => "0 25 * * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
        => await checks.CheckDueAsync(cancellationToken) is > 0 and var count ? texts.Count("Job.CheckWebsites.Done", count).Value : null;
}
