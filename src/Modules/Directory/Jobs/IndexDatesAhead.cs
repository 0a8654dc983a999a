using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;

namespace Portal.Directory.Jobs;

/// <summary>
/// Puts the listings in the index again before the dates it holds of them run out, see <see cref="WhenFacets"/>. Also after an
/// upgrade that changes what the index holds.
/// </summary>
internal sealed class IndexDatesAhead(PortalDbContext db, ListingIndexer indexer, DateWords dates) : TenantJob
{
    private const int EveryDays = 60;

    /// <summary>Raised when the index holds something new of dates.</summary>
    private const int PresentForm = 1;

    private const string SettingName = "directory.dates-indexed";

    public override string Id => "directory.index-dates";

    public override string TextKey => "Job.IndexDates";

    public override Type Resources => typeof(DirectoryText);

    public override string Schedule => "0 15 3 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var last = await Setting.ReadAsync(db, SettingName, new Indexed(0, DateOnly.MinValue), cancellationToken);
        if (last.Form == PresentForm && dates.Today.DayNumber - last.On.DayNumber < EveryDays) return null;
        await indexer.IndexAllAsync(cancellationToken);
        await Setting.WriteAsync(db, SettingName, new Indexed(PresentForm, dates.Today), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return "all listings";
    }

    private sealed record Indexed(int Form, DateOnly On);
}
