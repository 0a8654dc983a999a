using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Portal.Platform.Tenants;

namespace Portal.Platform.Web;

/// <summary>Addresses inside the present tenant.</summary>
public sealed class SiteAddresses(TenantContext tenant, IHttpContextAccessor http, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>
    /// True when whole addresses cannot be bent by whoever sends the request: the host comes from the settings, or only those in
    /// <c>AllowedHosts</c> get here, or it is this machine. A link that opens a door may be mailed only then.
    /// </summary>
    public bool IsHostCertain
        => tenant.Tenant.Host is not null
            || configuration["Portal:PublicUrl"] is { Length: > 0 }
            || configuration["AllowedHosts"] is { Length: > 0 } and not "*"
            || environment.IsDevelopment()
            || http.HttpContext?.Request.Host.Host is null or "localhost" or "127.0.0.1" or "[::1]";

    /// <summary>The address of a path in a language, from the root of the host: <c>/bradford/ur/groups</c>.</summary>
    public string Path(string path, string? language = null)
    {
        language ??= tenant.Language;
        return language == tenant.Settings.DefaultLanguage ? tenant.Tenant.PathPrefix + path : $"{tenant.Tenant.PathPrefix}/{language}{path}";
    }

    /// <summary>
    /// The whole address of a path, for e-mails and printed codes. The host is the tenant's own, or <c>Portal:PublicUrl</c>, or,
    /// where neither is set, the one of the present request.
    /// </summary>
    public string Absolute(string path, string? language = null) => Root() + Path(path, language);

    /// <summary>Where the program answers as far as its settings tell, for work outside any request: <c>Portal:PublicUrl</c>, or the first of <c>urls</c>.</summary>
    public static string RootFrom(IConfiguration configuration)
    {
        if (configuration["Portal:PublicUrl"] is { Length: > 0 } configured) return configured.TrimEnd('/');
        var first = configuration["urls"]?.Split(';')[0].TrimEnd('/') ?? "http://localhost:5000";
        foreach (var any in new[] { "*", "+", "0.0.0.0", "[::]" }) first = first.Replace("://" + any, "://localhost", StringComparison.Ordinal);
        return first;
    }

    private string Root()
    {
        if (configuration["Portal:PublicUrl"] is { Length: > 0 } configured && tenant.Tenant.Host is null) return configured.TrimEnd('/');
        var request = http.HttpContext?.Request;
        var scheme = request?.Scheme ?? "https";
        if (tenant.Tenant.Host is { } host) return $"{scheme}://{host}{(request?.Host.Port is { } port ? $":{port}" : "")}";
        return request is null ? RootFrom(configuration) : $"{scheme}://{request.Host}";
    }
}
