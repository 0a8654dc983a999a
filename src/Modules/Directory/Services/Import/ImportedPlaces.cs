using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Writes the organisations and venues of an import.</summary>
internal sealed class ImportedPlaces(PortalDbContext db, AuditLog audit, IPlaces places, TimeProvider clock)
{
    public static OrganizationFacts Write(Organisation organisation)
    {
        var text = organisation.Texts.In(organisation.Culture) ?? organisation.Texts[0];
        return new OrganizationFacts { Name = text.Title, Description = text.Description, Email = organisation.Email, Phone = organisation.Phone, Website = organisation.Website };
    }

    public static LocationFacts Write(Venue venue)
    {
        var text = venue.Texts.In(venue.Culture) ?? venue.Texts[0];
        return new LocationFacts
        {
            Name = text.Title,
            Address = venue.AddressLine,
            City = venue.Town,
            PostalCode = venue.Postcode,
            Latitude = venue.Latitude,
            Longitude = venue.Longitude,
            Transportation = text.Transport,
            AccessIds = venue.AccessIds,
        };
    }

    /// <summary>Reads everything the batch writes or refers to, so that nothing is asked for one by one.</summary>
    public async Task LoadAsync(DirectoryBatch batch, CancellationToken cancellationToken)
    {
        var organisationIds = batch.Organizations.Where(written => !written.IsNew).Select(written => written.Id)
            .Concat(batch.Services.Select(written => written.Facts.OrganizationId).OfType<string>()).Except(batch.Organizations.Where(written => written.IsNew).Select(written => written.Id), StringComparer.Ordinal).ToList();
        var venueIds = batch.Locations.Where(written => !written.IsNew).Select(written => written.Id)
            .Concat(batch.Services.Select(written => written.Facts.LocationId).OfType<string>()).Except(batch.Locations.Where(written => written.IsNew).Select(written => written.Id), StringComparer.Ordinal).ToList();
        if (organisationIds.Count > 0) await db.Set<Organisation>().Include(organisation => organisation.Texts).Where(organisation => organisationIds.Contains(organisation.Id)).LoadAsync(cancellationToken);
        if (venueIds.Count > 0) await db.Set<Venue>().Include(venue => venue.Texts).Where(venue => venueIds.Contains(venue.Id)).LoadAsync(cancellationToken);
    }

    /// <summary>Writes what is different.</summary>
    /// <returns>Ids of organisations and venues whose listings are found by other words now.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(DirectoryBatch batch, CancellationToken cancellationToken)
    {
        var changed = new List<string>();
        foreach (var written in batch.Organizations)
        {
            if (written.IsNew) AddOrganisation(written, batch.Why);
            else if (await db.Set<Organisation>().FindAsync([written.Id], cancellationToken) is { } organisation && Change(organisation, written.Facts, batch.Why)) changed.Add(written.Id);
        }

        foreach (var written in batch.Locations)
        {
            var facts = written.Facts;
            if (facts is { Latitude: null, PostalCode: { } postcode } && (await places.FindAsync(postcode, cancellationToken))?.Point is { } point)
                facts = facts with { Latitude = point.Latitude, Longitude = point.Longitude };
            if (written.IsNew) AddVenue(written with { Facts = facts }, batch.Why);
            else if (await db.Set<Venue>().FindAsync([written.Id], cancellationToken) is { } venue && Change(venue, facts, batch.Why)) changed.Add(written.Id);
        }

        return changed;
    }

    private void AddOrganisation(Written<OrganizationFacts> written, string why)
    {
        var organisation = new Organisation { Id = written.Id, Slug = Slugs.Of(written.Facts.Name, written.Id), Culture = written.Culture };
        organisation.Texts.Add(new OrganisationText { Id = written.Id, OrganisationId = written.Id, Culture = written.Culture, VersionId = written.Id });
        Fill(organisation, written.Facts);
        db.Add(organisation);
        audit.Record("organisation.added", "organisation", written.Id, after: written.Facts, why: why);
    }

    private void AddVenue(Written<LocationFacts> written, string why)
    {
        var venue = new Venue { Id = written.Id, Slug = Slugs.Of(written.Facts.Name, written.Id), Culture = written.Culture };
        venue.Texts.Add(new VenueText { Id = written.Id, VenueId = written.Id, Culture = written.Culture, VersionId = written.Id });
        Fill(venue, written.Facts);
        db.Add(venue);
        audit.Record("venue.added", "venue", written.Id, after: written.Facts, why: why);
    }

    private bool Change(Organisation organisation, OrganizationFacts facts, string why)
    {
        if (!audit.Record("organisation.changed", "organisation", organisation.Id, Write(organisation), facts, why)) return false;
        Fill(organisation, facts);
        (organisation.Texts.In(organisation.Culture) ?? organisation.Texts[0]).VersionId = Ids.New(clock);
        return true;
    }

    private bool Change(Venue venue, LocationFacts facts, string why)
    {
        if (!audit.Record("venue.changed", "venue", venue.Id, Write(venue), facts, why)) return false;
        Fill(venue, facts);
        (venue.Texts.In(venue.Culture) ?? venue.Texts[0]).VersionId = Ids.New(clock);
        return true;
    }

    private static void Fill(Organisation organisation, OrganizationFacts facts)
    {
        var text = organisation.Texts.In(organisation.Culture) ?? organisation.Texts[0];
        (text.Title, text.Description) = (facts.Name, facts.Description);
        (organisation.Email, organisation.Phone, organisation.Website) = (facts.Email, facts.Phone, WebAddress.IsOne(facts.Website) ? facts.Website : null);
    }

    private static void Fill(Venue venue, LocationFacts facts)
    {
        var text = venue.Texts.In(venue.Culture) ?? venue.Texts[0];
        (text.Title, text.Transport) = (facts.Name, facts.Transportation);
        (venue.AddressLine, venue.Town, venue.Postcode) = (facts.Address, facts.City, facts.PostalCode);
        (venue.Latitude, venue.Longitude, venue.AccessIds) = (facts.Latitude, facts.Longitude, facts.AccessIds);
    }
}
