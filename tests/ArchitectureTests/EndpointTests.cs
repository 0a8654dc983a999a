using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal;
using Portal.Platform.Modules;
using Portal.Platform.Web;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rule 4: every endpoint belongs to a feature; what is not public states its permission; what changes something checks that the form is ours.</summary>
public sealed partial class EndpointTests
{
    [Fact]
    public async Task Every_endpoint_keeps_the_rules() => (await ProductAsync()).SelectMany(Violations).ShouldBeEmpty();

    [Fact]
    public async Task Pages_are_looked_at_with_all_that_conventions_add()
    {
        var jobs = (await ProductAsync()).Single(endpoint => endpoint.Route == "manage/jobs");
        jobs.Feature.ShouldBe("Portal.Jobs");
        jobs.StatesPermission.ShouldBeTrue();
        jobs.TakesChanges.ShouldBeTrue();
        jobs.ChecksForgery.ShouldBeTrue();
    }

    [Fact]
    public void An_endpoint_without_a_feature_is_found()
        => Found(app => app.MapGet("/planted", () => "")).ShouldBe(["planted belongs to no feature"]);

    [Fact]
    public void A_private_endpoint_without_a_permission_is_found()
        => Found(app => app.MapGet("/manage/planted", () => "").WithMetadata(new EndpointFeature("Portal.Planted"))).ShouldBe(["manage/planted states no permission"]);

    [Fact]
    public void A_private_endpoint_that_asks_only_for_a_signed_in_user_is_found()
        => Found(app => app.MapGet("/workspace/planted", () => "").WithMetadata(new EndpointFeature("Portal.Planted")).RequireAuthorization())
            .ShouldBe(["workspace/planted states no permission"]);

    [Fact]
    public void A_change_without_a_check_of_its_form_is_found()
        => Found(app => app.MapPost("/planted", () => "").WithMetadata(new EndpointFeature("Portal.Planted"))).ShouldBe(["planted changes things unchecked"]);

    [Fact]
    public void A_well_kept_endpoint_passes()
        => Found(app => app.MapGet("/manage/planted", () => "").WithMetadata(new EndpointFeature("Portal.Planted")).RequireAuthorization("permission:Planted")).ShouldBeEmpty();

    /// <param name="Route">Its address inside the tenant, without the first slash.</param>
    /// <param name="Feature">Id of its feature.</param>
    /// <param name="StatesPermission">True when it may be opened only with a permission.</param>
    /// <param name="TakesChanges">True when it answers to more than GET and HEAD.</param>
    /// <param name="ChecksForgery">True when it refuses forms of other sites.</param>
    /// <param name="OfPlatform">True for the few pages of the platform itself, which no feature can switch off.</param>
    private sealed record Facts(string Route, string? Feature, bool StatesPermission, bool TakesChanges, bool ChecksForgery, bool OfPlatform);

    private static IEnumerable<string> Violations(Facts endpoint)
    {
        if (endpoint.Feature is null && !endpoint.OfPlatform && !endpoint.Route.StartsWith("health/", StringComparison.Ordinal)) yield return $"{endpoint.Route} belongs to no feature";
        if (Private().IsMatch(endpoint.Route) && !endpoint.StatesPermission) yield return $"{endpoint.Route} states no permission";

        // The error page is shown in place of any page, also of one that was posted to.
        if (endpoint.TakesChanges && !endpoint.ChecksForgery && endpoint.Route != "error/{status:int}") yield return $"{endpoint.Route} changes things unchecked";
    }

    private static IEnumerable<string> Found(Action<WebApplication> plant)
    {
        using var app = WebApplication.CreateBuilder().Build();
        plant(app);
        return [.. Endpoints(app).Select(endpoint => Of(endpoint, endpoint.Metadata, null)).SelectMany(Violations)];
    }

    private static IEnumerable<RouteEndpoint> Endpoints(WebApplication app)
        => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static async Task<IReadOnlyList<Facts>> ProductAsync()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-endpoints-");
        try
        {
            await using var app = PortalApplication.Build(["--Portal:Data", folder.FullName, "--environment", "Production"]);
            var loader = app.Services.GetRequiredService<PageLoader>();
            var found = new List<Facts>();
            foreach (var endpoint in Endpoints(app))
            {
                // A page's own metadata is complete only once the page is loaded.
                var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor ? await loader.LoadAsync(descriptor, endpoint.Metadata) : null;
                found.Add(Of(endpoint, page?.Endpoint?.Metadata ?? endpoint.Metadata, page));
            }

            return found;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Facts Of(RouteEndpoint endpoint, EndpointMetadataCollection metadata, CompiledPageActionDescriptor? page)
    {
        var methods = metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return new Facts(
            endpoint.RoutePattern.RawText!.TrimStart('/'),
            metadata.GetMetadata<EndpointFeature>()?.Id,
            metadata.OfType<IAuthorizeData>().Any(rule => rule.Policy is not null) && metadata.GetMetadata<IAllowAnonymous>() is null,
            page is not null
                ? page.HandlerMethods.Any(handler => !HttpMethods.IsGet(handler.HttpMethod) && !HttpMethods.IsHead(handler.HttpMethod))
                : methods is not null && methods.Any(method => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)),
            page is not null
                ? Refuses(page)
                : metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true },
            page?.HandlerTypeInfo.Assembly == Product.Platform);
    }

    /// <summary>True when a page checks the token of its forms, or what the browser says of where they come from.</summary>
    private static bool Refuses(CompiledPageActionDescriptor page)
    {
        var filters = page.FilterDescriptors.Select(filter => filter.Filter).ToList();
        return filters.Exists(filter => filter is FormFromThisSiteAttribute)
            || (filters.Exists(filter => filter is AutoValidateAntiforgeryTokenAttribute) && !filters.Exists(filter => filter is IgnoreAntiforgeryTokenAttribute));
    }

    [GeneratedRegex("^(manage|workspace|platform|my-groups)(/|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Private();
}
