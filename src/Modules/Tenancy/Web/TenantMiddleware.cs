using Microsoft.AspNetCore.Http;
using Portal.Platform.Languages;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Web;

/// <summary>
/// Finds the tenant of a request and the language of its reader. Prefix and language move from the path to the path base, so
/// that pages know neither and every link a page makes keeps both.
/// </summary>
internal sealed class TenantMiddleware(RequestDelegate next, TenantRegistry registry, TenantProfiles profiles, SetupCode setup)
{
    private const string SetupPath = "/setup";

    public async Task InvokeAsync(HttpContext http, TenantContext context)
    {
        if (await registry.MatchAsync(http.Request, http.RequestAborted) is not { } tenant)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        MoveToPathBase(http.Request, tenant.PathPrefix);
        context.Use(tenant);
        if (!registry.CanAnswer(tenant))
        {
            await AnswerSuspendedAsync(http, context);
            return;
        }

        context.Use(await profiles.GetAsync(http.RequestServices, tenant, http.RequestAborted));
        ChooseLanguage(http.Request, context);
        LanguageInfo.Of(context.Language).MakeCurrent();
        if (setup.IsOpen && tenant.IsDefault && http.Request.Path != SetupPath)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Redirect(http.Request.PathBase + SetupPath);
            return;
        }

        await next(http);
    }

    /// <summary>Explains that the site rests, where its settings can still be read; says no more than 503 where they cannot.</summary>
    private async Task AnswerSuspendedAsync(HttpContext http, TenantContext context)
    {
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = "3600";
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            context.Use(await profiles.GetAsync(http.RequestServices, context.Tenant, http.RequestAborted));
        }
        catch (System.Data.Common.DbException)
        {
            return;
        }

        ChooseLanguage(http.Request, context);
        LanguageInfo.Of(context.Language).MakeCurrent();
        http.Request.Path = "/error/503";
        http.Request.Method = HttpMethods.Get;
        await next(http);
    }

    private static void ChooseLanguage(HttpRequest request, TenantContext context)
    {
        var path = request.Path.Value ?? "";
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var first = end < 0 ? path.AsSpan() : path.AsSpan(0, end);
        if (first.Length < 3) return;
        foreach (var language in context.Settings.Languages)
        {
            if (!first[1..].Equals(language, StringComparison.OrdinalIgnoreCase)) continue;
            MoveToPathBase(request, first.ToString());
            context.Language = language;
            return;
        }
    }

    private static void MoveToPathBase(HttpRequest request, string prefix)
    {
        if (prefix.Length == 0) return;
        var path = request.Path.Value!;
        request.PathBase = request.PathBase.Add(path[..prefix.Length]);
        request.Path = path.Length == prefix.Length ? "/" : path[prefix.Length..];
    }
}

/// <summary>Answers 404 for endpoints of features that the tenant has switched off.</summary>
internal sealed class FeatureMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, TenantContext tenant)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<EndpointFeature>() is { } feature && !tenant.Profile.Features.Contains(feature.Id))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
