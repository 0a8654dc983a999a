using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Directory;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Shouldly;
using TestSupport;

namespace PageTests.Platform;

public sealed partial class TwoTenantsTests
{
    private static readonly string[] marks = ["Shipley Singers", "shipley-singers", "Manningham Walkers", "amina@example.org", "Pacing: a little"];

    [DatabaseTheory, EveryDatabase]
    public async Task No_page_of_one_tenant_shows_anything_of_another(DatabaseKind kind)
    {
        var full = await BradfordSite.ToLookAtAsync(kind);
        (await full.Visitor.GetAsync("/groups?q=Shipley+Singers")).Body.ShouldContain(marks[0], Case.Sensitive, "The marks are there to be seen.");
        var other = await TestSite.CreateAsync(full.Host);
        var everything = full.Host.Services.GetRequiredService<ModuleCatalog>().Permissions.Keys.ToArray();
        var visitors = new[] { other.NewVisitor(), await other.SignInAsync(everything) };

        var addresses = full.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), parameter => parameter.Value.Contains("language", StringComparison.Ordinal) ? "en" : "shipley-singers"))
            .Where(address => !address.StartsWith("/error", StringComparison.Ordinal))
            .Append("/groups?q=singers").Append("/groups?q=walk&near=Shipley").Append("/learn/pacing").Append("/ur/groups")
            .Distinct(StringComparer.Ordinal).ToList();
        addresses.Count.ShouldBeGreaterThan(50);

        foreach (var address in addresses)
        {
            foreach (var visitor in visitors)
            {
                var page = await visitor.GetAsync(address);
                page.Status.ShouldNotBe(HttpStatusCode.InternalServerError, address);
                // A search says what was searched for; a form may keep the address it was asked with.
                var shown = page.Document.Body?.TextContent ?? page.Body;
                foreach (var mark in marks) shown.ShouldNotContain(mark, Case.Sensitive, address);
            }
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_session_of_one_tenant_is_none_in_another(DatabaseKind kind)
    {
        var one = await TestSite.CreateAsync(kind);
        var other = await TestSite.CreateAsync(one.Host);
        var visitor = await one.SignInAsync("ManageUsers");
        (await visitor.GetAsync("/manage/users")).Status.ShouldBe(HttpStatusCode.OK);

        var stranger = await visitor.Client.GetAsync(new Uri(one.Host.Address, other.Tenant.PathPrefix + "/manage/users"));

        stranger.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        stranger.Headers.Location!.ToString().ShouldContain("sign-in");
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
