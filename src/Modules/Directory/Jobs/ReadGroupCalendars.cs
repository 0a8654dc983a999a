using System.Globalization;
using Portal.Directory.Resources;
using Portal.Directory.Services.OwnCalendars;
using Portal.Platform.Jobs;

namespace Portal.Directory.Jobs;

/// <summary>Reads the calendars that groups keep somewhere else, each when its time has come.</summary>
internal sealed class ReadGroupCalendars(GroupCalendars calendars) : TenantJob
{
    public override string Id => "directory.group-calendars";

    public override string TextKey => "Job.GroupCalendars";

    public override Type Resources => typeof(DirectoryText);

    public override string Schedule => "0 7/20 * * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
        => await calendars.ReadDueAsync(cancellationToken) is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : null;
}
