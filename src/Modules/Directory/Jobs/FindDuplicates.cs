using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services.Duplicates;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;

namespace Portal.Directory.Jobs;

/// <summary>Looks every night for listings that may be one group, for a moderator to look at.</summary>
internal sealed class FindDuplicates(DuplicateFinder finder, IStringLocalizer<DuplicateText> texts) : TenantJob
{
    public override string Id => "directory.find-duplicates";

    public override string TextKey => "Job.FindDuplicates";

    public override Type Resources => typeof(DirectoryText);

    public override string Schedule => "0 10 4 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(cancellationToken);
        return found > 0 ? texts.Count("Job.FindDuplicates.Done", found).Value : null;
    }
}
