using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Web;

/// <summary>The few files that belong to a tenant: its colours and its media.</summary>
internal static class SiteFiles
{
    private const string ForEver = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/site-colours.css", Colours);
        endpoints.MapGet("/media/{file}", Media);
    }

    private static ContentHttpResult Colours(HttpContext http, TenantContext tenant)
    {
        var colour = tenant.Settings.AccentColour;
        // The version in the address is the colour itself, so an address never shows another one.
        http.Response.Headers.CacheControl = http.Request.Query["v"] == colour ? ForEver : "no-cache";
        return TypedResults.Text(AccentColours.Stylesheet(colour), "text/css; charset=utf-8");
    }

    /// <summary>Names are made from the bytes, so they never change; only pictures are ever kept.</summary>
    private static Results<PhysicalFileHttpResult, NotFound> Media(string file, HttpContext http, LogoFiles logos)
    {
        var path = Path.Combine(logos.Folder, file);
        if (file.Contains("..", StringComparison.Ordinal) || Path.GetFileName(file) != file || !LogoFiles.ContentTypes.TryGetValue(Path.GetExtension(file), out var type) || !File.Exists(path))
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = ForEver;
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.PhysicalFile(path, type);
    }
}
