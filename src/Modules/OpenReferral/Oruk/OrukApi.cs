using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.Directory.Contracts;
using Portal.Platform.Web;

namespace Portal.OpenReferral.Oruk;

/// <summary>Answers the addresses of the API.</summary>
internal sealed class OrukApi(
    IPublicDirectory directory, IPlaces places, OrukTerms terms, OrukWriter writer, OrukAnswers answers, OpenDataSettings settings, SiteAddresses addresses)
{
    private const double MetresInAMile = 1609.344;

    public IResult About()
        => answers.IsKnown() ? OrukAnswers.NotModified() : answers.Ok(new OrukAbout(
            "HSDS-UK-3.0", "https://github.com/openreferral/uk-profile", addresses.Absolute("/oruk/v3/openapi.json"),
            settings.Licence, settings.LicenceUrl, addresses.Absolute("/open-data")));

    public async Task<IResult> ServicesAsync(OrukQuery query, CancellationToken cancellationToken)
    {
        if (answers.IsKnown(await directory.LastChangeAsync(cancellationToken))) return OrukAnswers.NotModified();
        await terms.PrepareAsync(cancellationToken);
        if (await FilterAsync(query, atVenue: false, cancellationToken) is not { } filter) return answers.Wrong(query.Problems);
        if (query.LineByLine) return Lines(filter, query, cancellationToken);
        if (query.Minimal)
        {
            var changes = await directory.ChangesAsync(filter, cancellationToken);
            return Page([.. changes.Skip(query.Skip).Take(query.PerPage).Select(Change)], changes.Count, query);
        }

        var found = await directory.ListingsAsync(filter, query.Skip, query.PerPage, cancellationToken);
        return Page([.. found.Items.Select(listing => query.Full ? writer.Full(listing) : writer.Service(listing))], found.Total, query);
    }

    public async Task<IResult> ServiceAsync(string id, CancellationToken cancellationToken)
    {
        await terms.PrepareAsync(cancellationToken);
        if (!TryId(id, out var publicId) || await directory.ListingAsync(publicId, cancellationToken) is not { } listing) return answers.NotFound("There is no service of this id.");
        return answers.IsKnown(listing.ModifiedAt) ? OrukAnswers.NotModified() : answers.Ok(writer.Full(listing));
    }

    public async Task<IResult> AtLocationsAsync(OrukQuery query, CancellationToken cancellationToken)
    {
        if (answers.IsKnown(await directory.LastChangeAsync(cancellationToken))) return OrukAnswers.NotModified();
        await terms.PrepareAsync(cancellationToken);
        if (await FilterAsync(query, atVenue: true, cancellationToken) is not { } filter) return answers.Wrong(query.Problems);
        var found = await directory.ListingsAsync(filter, query.Skip, query.PerPage, cancellationToken);
        return Page([.. found.Items.Select(listing => query.Full ? writer.FullAtLocation(listing) : writer.AtLocation(listing, full: false)).OfType<OrukServiceAtLocation>()], found.Total, query);
    }

    public async Task<IResult> AtLocationAsync(string id, CancellationToken cancellationToken)
    {
        await terms.PrepareAsync(cancellationToken);
        if (!TryId(id, out var publicId) || await directory.ListingAtVenueAsync(publicId, cancellationToken) is not { } listing) return answers.NotFound("There is no service at a location of this id.");
        return answers.IsKnown(listing.ModifiedAt) ? OrukAnswers.NotModified() : answers.Ok(writer.FullAtLocation(listing)!);
    }

    public async Task<IResult> OrganizationsAsync(OrukQuery query, CancellationToken cancellationToken)
    {
        if (answers.IsKnown()) return OrukAnswers.NotModified();
        var found = await directory.OrganisationsAsync(query.ModifiedAfter, query.Skip, query.PerPage, cancellationToken);
        var withServices = await WithServicesAsync(found.Items, query.Full || query.FullService, query.FullService, cancellationToken);
        return Page(withServices, found.Total, query);
    }

    public async Task<IResult> OrganizationAsync(string id, OrukQuery query, CancellationToken cancellationToken)
    {
        if (!TryId(id, out var publicId) || await directory.OrganisationAsync(publicId, cancellationToken) is not { } organisation) return answers.NotFound("There is no organisation of this id.");
        return answers.IsKnown() ? OrukAnswers.NotModified() : answers.Ok((await WithServicesAsync([organisation], withServices: true, query.FullService, cancellationToken))[0]);
    }

    public async Task<IResult> TaxonomiesAsync(OrukQuery query, CancellationToken cancellationToken)
    {
        if (answers.IsKnown()) return OrukAnswers.NotModified();
        await terms.PrepareAsync(cancellationToken);
        return Part(terms.Taxonomies(withTerms: false), query);
    }

    public async Task<IResult> TaxonomyAsync(string id, CancellationToken cancellationToken)
    {
        await terms.PrepareAsync(cancellationToken);
        if (!TryId(id, out var publicId) || terms.Taxonomies(withTerms: true).FirstOrDefault(taxonomy => taxonomy.Id == publicId) is not { } found) return answers.NotFound("There is no taxonomy of this id.");
        return answers.IsKnown() ? OrukAnswers.NotModified() : answers.Ok(found);
    }

    public async Task<IResult> TermsAsync(OrukQuery query, CancellationToken cancellationToken)
    {
        if (answers.IsKnown()) return OrukAnswers.NotModified();
        await terms.PrepareAsync(cancellationToken);
        return Part(terms.Terms(), query);
    }

    public async Task<IResult> TermAsync(string id, CancellationToken cancellationToken)
    {
        await terms.PrepareAsync(cancellationToken);
        if (!TryId(id, out var publicId) || terms.IdsOfTerm(publicId) is not [var ours]) return answers.NotFound("There is no taxonomy term of this id.");
        return answers.IsKnown() ? OrukAnswers.NotModified() : answers.Ok(terms.Find(ours)!);
    }

    public IResult Nothing() => answers.NotFound("There is nothing at this address. /oruk/v3/ says what there is.");

    /// <summary>What the query asks of the directory; null when it cannot be asked.</summary>
    private async Task<PublicListingFilter?> FilterAsync(OrukQuery query, bool atVenue, CancellationToken cancellationToken)
    {
        var place = query.Postcode is { } postcode ? await places.FindAsync(postcode, cancellationToken) : null;
        if (query.Postcode is not null && place is null) query.Problem("postcode", "This postcode is not known here. The first half of it may be.");
        if (query.Problems.Count > 0) return null;
        IReadOnlyList<string>? ofTerm = query.TaxonomyTermId is { } term ? terms.IdsOfTerm(term) : null;
        IReadOnlyList<string>? ofTaxonomy = query.TaxonomyId is { } taxonomy ? terms.IdsOfTaxonomy(taxonomy) : null;
        return new PublicListingFilter
        {
            Words = query.Search,
            TermIds = ofTerm is not null && ofTaxonomy is not null ? [.. ofTerm.Intersect(ofTaxonomy, StringComparer.Ordinal)] : ofTerm ?? ofTaxonomy,
            Organisation = query.OrganizationId,
            ModifiedAfter = query.ModifiedAfter,
            MinimumAge = query.MinimumAge,
            MaximumAge = query.MaximumAge,
            Day = query.Day,
            StartsFrom = query.StartTime,
            EndsBy = query.EndTime,
            AtVenue = atVenue,
            Near = query.ProximityMetres is null ? null : place?.Point,
            WithinMiles = query.ProximityMetres / MetresInAMile,
        };
    }

    private async Task<IReadOnlyList<OrukOrganization>> WithServicesAsync(IReadOnlyList<PublicOrganisation> organisations, bool withServices, bool inFull, CancellationToken cancellationToken)
    {
        if (!withServices) return [.. organisations.Select(writer.Organization)];
        await terms.PrepareAsync(cancellationToken);
        var listings = await directory.ListingsOfAsync([.. organisations.Select(organisation => organisation.PublicId)], cancellationToken);
        return
        [
            .. organisations.Select(organisation => writer.Organization(organisation) with
            {
                Services = listings[organisation.PublicId].Select(listing => (inFull ? writer.Full(listing) : writer.Service(listing)) with { Organization = null }).ToList() is { Count: > 0 } services ? services : null,
            }),
        ];
    }

    /// <summary>One service to a line, written while it is read.</summary>
    private IResult Lines(PublicListingFilter filter, OrukQuery query, CancellationToken cancellationToken)
        => Results.Stream(
            async body =>
            {
                await foreach (var listing in directory.AllListingsAsync(filter, cancellationToken))
                {
                    if (query.Minimal) await JsonSerializer.SerializeAsync(body, Change(new PublicChange(listing.PublicId, listing.ModifiedAt)), OrukAnswers.Json, cancellationToken);
                    else await JsonSerializer.SerializeAsync(body, query.Full ? writer.Full(listing) : writer.Service(listing), OrukAnswers.Json, cancellationToken);
                    await body.WriteAsync("\n"u8.ToArray(), cancellationToken);
                }
            },
            "application/x-ndjson; charset=utf-8");

    private IResult Part<T>(IReadOnlyList<T> all, OrukQuery query) => Page([.. all.Skip(query.Skip).Take(query.PerPage)], all.Count, query);

    private IResult Page<T>(IReadOnlyList<T> contents, int total, OrukQuery query) => answers.Ok(OrukPage<T>.Of(contents, total, query.Page, query.PerPage));

    private static OrukChange Change(PublicChange change)
    {
        var at = OrukWriter.Instant(change.At);
        return new OrukChange(change.PublicId, at, at);
    }

    private static bool TryId(string text, out Guid id) => Guid.TryParseExact(text, "D", out id);
}
