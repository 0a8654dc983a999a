using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

/// <summary>Asks the open data of a site.</summary>
internal static class OpenDataSite
{
    /// <summary>The answer of an address behind <c>/oruk/v3</c>, which has to be there.</summary>
    public static async Task<JsonNode> AskAsync(this TestSite site, string path, string language = "")
    {
        var answer = await site.Visitor.GetAsync(language + "/oruk/v3" + path);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonNode.Parse(answer.Body)!;
    }

    /// <summary>What is on a page of a list.</summary>
    public static async Task<IReadOnlyList<JsonNode>> ListAsync(this TestSite site, string path) => [.. (await site.AskAsync(path))["contents"]!.AsArray().Select(item => item!)];

    /// <summary>The names on a page of a list of services.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(this TestSite site, string path) => [.. (await site.ListAsync(path)).Select(item => (string)(item["name"] ?? item["service"]!["name"])!)];

    public static string Id(this JsonNode node) => (string)node["id"]!;

    /// <summary>The public id of a group of the sample.</summary>
    public static Task<Guid> IdOfAsync(this TestSite site, string slug)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Listing>().Where(listing => listing.Slug == slug).Select(listing => listing.PublicId).SingleAsync());

    /// <summary>Changes facts of a group, as its keeper does.</summary>
    public static async Task ChangeAsync(this TestSite site, string slug, Func<ListingFacts, ListingFacts> change)
        => await site.RunAsync(async services =>
        {
            var editor = services.GetRequiredService<ListingEditor>();
            var listing = (await editor.FindAsync(slug, default))!;
            (await editor.ChangeFactsAsync(listing.Id, listing.Revision, change, default)).Result.ShouldBe(EditResult.Saved);
        });

    /// <summary>Changes the venue of a group.</summary>
    public static async Task ChangeVenueAsync(this TestSite site, string slug, Action<Venue> change)
        => await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var venueId = await db.Set<Listing>().Where(listing => listing.Slug == slug).Select(listing => listing.VenueId).SingleAsync();
            change(await db.Set<Venue>().Include(venue => venue.Texts).SingleAsync(venue => venue.Id == venueId));
            await services.GetRequiredService<ListingIndexer>().IndexVenueAsync(venueId!, default);
            await db.SaveChangesAsync();
        });

    public static string Text(this IEnumerable<JsonNode> nodes) => JsonSerializer.Serialize(nodes);
}
