using Portal.Platform.Tenants;

namespace Portal;

/// <summary>
/// Headers that keep a page to its own site. There are no inline scripts or styles at all, so the policy needs no nonces and
/// a page can be kept whole. Pictures may come from the tenant's map server besides, which is asked only when a visitor asks for the map.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, TenantContext tenant)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'self'; img-src 'self' data:{MapHost(tenant.Settings.MapTiles)}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    }

    /// <summary>The host of the map's tiles with a space before it; a name that changes (<c>{s}</c>) stands for any.</summary>
    private static string MapHost(string? tiles)
        => Uri.TryCreate(tiles?.Replace("{s}", "any", StringComparison.Ordinal), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? $" https://{(tiles!.Contains("{s}", StringComparison.Ordinal) ? address.Authority.Replace("any", "*", StringComparison.Ordinal) : address.Authority)}"
            : "";
}
