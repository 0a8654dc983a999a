using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Security;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>Pages that tell of people who are helped are kept by no browser and no proxy.</summary>
public sealed partial class NothingStaysBehindTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Every_page_behind_a_permission_that_sees_people_may_not_be_stored(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync());
        var addresses = RoutesThatSeePeople(site.Site.Host.Services).ToList();
        addresses.ShouldContain("/workspace/plans/{id}");
        addresses.ShouldContain("/manage/users");
        var everything = site.Site.Host.Services.GetRequiredService<ModuleCatalog>().Permissions.Keys.ToArray();
        var visitor = await site.Site.SignInAsync(everything);

        // With a plan that is there and with one that is not: an error page is stored no more than the plan.
        foreach (var address in addresses.SelectMany(route => new[] { Parameter().Replace(route, id), Parameter().Replace(route, "nothing") }).Distinct(StringComparer.Ordinal))
        {
            var answer = await visitor.GetAsync(address);
            answer.Response.Headers.GetValues("Cache-Control").ShouldBe(["no-store"], address);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_shared_plan_may_not_be_stored_while_it_works_and_after(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync());
        var code = await site.ShareAsync(id);

        foreach (var visitor in new[] { site.Site.Visitor, site.Worker })
        {
            foreach (var address in new[] { $"/p/{code}", $"/ur/p/{code}", "/p/unknown" })
                (await visitor.GetAsync(address)).Response.Headers.GetValues("Cache-Control").ShouldBe(["no-store"], address);
        }

        var share = await site.Worker.GetAsync($"/workspace/plans/{id}/share");
        await site.Worker.SubmitAsync(share, "form[action*='Stop']");
        (await site.Site.Visitor.GetAsync($"/p/{code}")).Response.Headers.GetValues("Cache-Control").ShouldBe(["no-store"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_for_everybody_may_be_stored(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);

        (await site.Site.Visitor.GetAsync("/groups/shipley-singers")).Response.Headers.GetValues("Cache-Control").ShouldNotContain("no-store");
    }

    /// <summary>Without those of the platform itself, which are on in one tenant only.</summary>
    private static IEnumerable<string> RoutesThatSeePeople(IServiceProvider services)
    {
        var catalog = services.GetRequiredService<ModuleCatalog>();
        var policies = catalog.Permissions.Values.Where(permission => permission.SeesPeople).Select(permission => PermissionPolicy.For(permission.Id)).ToHashSet(StringComparer.Ordinal);
        return services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<EndpointFeature>() is { } feature && !catalog.Features[feature.Id].PlatformOnly)
            .Where(endpoint => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(rule => rule.Policy is { } policy && policies.Contains(policy)))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
