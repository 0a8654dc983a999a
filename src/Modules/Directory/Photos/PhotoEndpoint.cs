using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Photos;

/// <summary>Sends photos: to everybody that of a public page, to those who keep a page also one they have just sent, to moderators also one that waits for them.</summary>
internal static class PhotoEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/groups/{slug}/photo/{id}", PublicAsync);
        endpoints.MapGet("/my-groups/{slug}/photo/{id}", KeepersAsync).RequireAuthorization(PermissionPolicy.For(DirectoryPermissions.EditOwnListings));
        endpoints.MapGet(PathForModerators("{id}"), ReadAsync).RequireAuthorization(PermissionPolicy.For(DirectoryPermissions.ModerateListings));
    }

    /// <summary>Address of the photo of a public page, inside the tenant.</summary>
    public static string PathOf(string slug, string id) => $"/groups/{slug}/photo/{id}";

    /// <summary>Address of a photo that is suggested, inside the tenant.</summary>
    public static string PathForModerators(string id) => "/manage/moderation/photos/" + id;

    private static async Task<IResult> PublicAsync(string slug, string id, HttpContext http, PortalDbContext db, CancellationToken cancellationToken)
    {
        var photo = await db.Set<Listing>().Where(listing => listing.Slug == slug && listing.Published && listing.PhotoId == id)
            .Join(db.Set<ListingPhoto>(), listing => listing.PhotoId, kept => kept.Id, (_, kept) => kept).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return Send(http, photo, "public, max-age=31536000, immutable");
    }

    private static async Task<IResult> KeepersAsync(string slug, string id, HttpContext http, PortalDbContext db, GroupAccess access, CancellationToken cancellationToken)
        => await access.FindAsync(slug, cancellationToken) is null ? Results.NotFound() : await ReadAsync(id, http, db, cancellationToken);

    private static async Task<IResult> ReadAsync(string id, HttpContext http, PortalDbContext db, CancellationToken cancellationToken)
        => Send(http, await db.Set<ListingPhoto>().AsNoTracking().SingleOrDefaultAsync(photo => photo.Id == id, cancellationToken), "private, max-age=3600");

    /// <summary>The address is made from the bytes, so it never shows others. The file is a picture and nothing in it may ever run.</summary>
    private static IResult Send(HttpContext http, ListingPhoto? photo, string caching)
    {
        if (photo is null) return Results.NotFound();
        http.Response.Headers.CacheControl = caching;
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(photo.Bytes, photo.ContentType);
    }
}
