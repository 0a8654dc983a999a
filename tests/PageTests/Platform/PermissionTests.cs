using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Sites;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Security;
using Shouldly;
using TestSupport;

namespace PageTests.Platform;

/// <summary>Every page of every module that states a permission is opened by four visitors: a stranger, somebody else, somebody without a code, and whom it is for.</summary>
public sealed partial class PermissionTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Every_page_is_open_to_those_who_hold_its_permission_and_to_nobody_else(DatabaseKind kind)
    {
        var site = await PlatformSite.SharedAsync(kind);
        var known = site.Host.Services.GetRequiredService<ModuleCatalog>().Permissions;
        var pages = await PagesAsync(site.Host.Services, [.. known.Keys]);
        pages.Count.ShouldBeGreaterThan(30);
        pages.SelectMany(page => page.Permissions).Distinct().Count().ShouldBeGreaterThan(8);

        var stranger = site.NewVisitor();
        var wrong = new List<string>();
        foreach (var group in pages.GroupBy(page => string.Join(' ', page.Permissions)))
        {
            var asked = group.First().Permissions;
            // What holds the permission as a part of it, and what opens the overview of /manage, is no other permission.
            var others = asked.Contains("OpenManage") ? [] : known.Keys.Except([.. asked, .. asked.Select(id => known[id].PartOf).OfType<string>()], StringComparer.Ordinal).ToArray();
            var somebodyElse = await site.SignInAsync(others);
            var holder = await site.SignInAsync([.. asked]);
            var withoutCode = asked.Any(id => known[id].SeesPeople) ? await site.SignInAsync(secondFactor: false, [.. asked]) : null;
            foreach (var (address, _) in group)
            {
                void Rule(bool holds, string what)
                {
                    if (!holds) wrong.Add($"{address} ({group.Key}): {what}");
                }

                Rule(IsSignIn(await stranger.GetAsync(address)), "a stranger is not led to the sign-in page");
                Rule((await somebodyElse.GetAsync(address, followRedirects: false)).Status == HttpStatusCode.Forbidden, "somebody with every other permission is not refused");
                var opened = await holder.GetAsync(address);
                Rule(opened.Status is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.BadRequest && !IsSignIn(opened), $"whom it is for gets {(int)opened.Status}");
                if (withoutCode is null) continue;
                var sent = await withoutCode.GetAsync(address, followRedirects: false);
                Rule(sent.Status == HttpStatusCode.Redirect && sent.Response.Headers.Location!.ToString().Contains("/account/", StringComparison.Ordinal), "it sees people and asks for no code");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static bool IsSignIn(Answer answer) => answer.Status == HttpStatusCode.OK && answer.Address.AbsolutePath.EndsWith("/account/sign-in", StringComparison.Ordinal);

    /// <summary>Addresses of all pages that state permissions, with something that is not there for every parameter.</summary>
    private static async Task<List<(string Address, IReadOnlyList<string> Permissions)>> PagesAsync(IServiceProvider services, IReadOnlyList<string> known)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var pages = new List<(string, IReadOnlyList<string>)>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { } methods && !methods.HttpMethods.Contains("GET")) continue;
            // A page's own metadata is complete only once the page is loaded.
            var metadata = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? (await loader.LoadAsync(page, endpoint.Metadata)).Endpoint?.Metadata ?? endpoint.Metadata : endpoint.Metadata;
            if (metadata.GetMetadata<IAllowAnonymous>() is not null) continue;
            var permissions = metadata.OfType<IAuthorizeData>().Select(rule => known.FirstOrDefault(id => PermissionPolicy.For(id) == rule.Policy)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (permissions.Count > 0) pages.Add(("/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), parameter => parameter.Value.Contains(":long", StringComparison.Ordinal) || parameter.Value.Contains(":int", StringComparison.Ordinal) ? "9" : "no-such"), permissions));
        }

        return [.. pages.DistinctBy(page => page.Item1)];
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
