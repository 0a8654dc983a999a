using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;
using Portal.Platform.Languages;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Says on the page of a group which directory its facts come from, under which licence, and when they were last seen there.</summary>
internal sealed class Provenance(PortalDbContext db, DateWords dates, IStringLocalizer<ImportText> texts) : IListingNote
{
    public async Task<ListingNote?> OfAsync(string listingId, CancellationToken cancellationToken)
    {
        var found = await db.Set<ImportRecord>().AsNoTracking().Where(record => record.OurId == listingId && record.Kind == RecordKind.Service && record.State != RecordState.Declined)
            .Join(db.Set<ImportSource>(), record => record.SourceId, source => source.Id, (record, source) => new { record.SeenAt, source.Name, source.Publisher, source.Licence, source.LicenceUrl })
            .OrderByDescending(row => row.SeenAt).FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var (from, seen) = (found.Publisher ?? found.Name, dates.Date(dates.DateOf(found.SeenAt)));
        return new ListingNote(
            found.Licence is { } licence ? texts["Provenance.Licensed", from, licence, seen] : texts["Provenance.Plain", from, seen],
            found.LicenceUrl, found.LicenceUrl is null ? null : texts["Provenance.ReadLicence"].Value);
    }
}
