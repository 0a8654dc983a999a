using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PageTests.Directory;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

/// <summary>What anybody who builds with the data relies on: nothing is sent twice, pages of all origins may ask, and who asks too much is told so.</summary>
public sealed class RulesTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_is_sent_twice_until_something_changes(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var paths = new[] { "services", $"services/{await site.IdOfAsync("shipley-singers")}", "organizations", "taxonomies", "hsds-csv.zip", "openapi.json", "" };
        var tags = new Dictionary<string, EntityTagHeaderValue>();
        foreach (var path in paths)
        {
            tags[path] = (await site.Visitor.Client.GetAsync("oruk/v3/" + path)).Headers.ETag.ShouldNotBeNull();
            var again = await SendAsync(site, path, request => request.Headers.IfNoneMatch.Add(tags[path]));
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, path);
            again.Headers.ETag.ShouldBe(tags[path]);
            (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }

        await site.ChangeAsync("shipley-singers", facts => facts with { ContactName = "Noor" });

        foreach (var path in paths)
            (await SendAsync(site, path, request => request.Headers.IfNoneMatch.Add(tags[path]))).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        (await site.Visitor.GetAsync("/ur/oruk/v3/services")).Response.Headers.ETag.ShouldNotBe((await site.Visitor.GetAsync("/oruk/v3/services")).Response.Headers.ETag);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_has_not_changed_since_a_time_is_not_sent(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var path = $"services/{await site.IdOfAsync("shipley-singers")}";
        var changed = (await site.Visitor.Client.GetAsync("oruk/v3/" + path)).Content.Headers.LastModified.ShouldNotBeNull();

        (await SendAsync(site, path, request => request.Headers.IfModifiedSince = changed.AddSeconds(5))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await SendAsync(site, path, request => request.Headers.IfModifiedSince = changed.AddSeconds(-5))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Answers_are_sent_compressed_to_those_who_can_read_it(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);

        var answer = await SendAsync(site, "services", request => request.Headers.AcceptEncoding.ParseAdd("br"));

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Pages_of_all_origins_may_ask(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "oruk/v3/services");
        preflight.Headers.Add("Origin", "https://another.example.org");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "if-none-match");

        var allowed = await site.Visitor.Client.SendAsync(preflight);
        var answer = await SendAsync(site, "services", request => request.Headers.Add("Origin", "https://another.example.org"));
        var wrong = await SendAsync(site, "services?page=x", request => request.Headers.Add("Origin", "https://another.example.org"));

        allowed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        allowed.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        allowed.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldContain("if-none-match", Case.Insensitive);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        answer.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldContain("ETag");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        wrong.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        using var page = new HttpRequestMessage(HttpMethod.Get, "groups") { Headers = { { "Origin", "https://another.example.org" } } };
        (await site.Visitor.Client.SendAsync(page)).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse("Only the open data is for other origins.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_asks_too_much_is_told_how_long_to_wait(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Portal:OpenData:RequestsPerMinute", "3");
        var (site, other) = (await TestSite.CreateAsync(host), await TestSite.CreateAsync(host));
        for (var i = 0; i < 3; i++) (await site.Visitor.GetAsync("/oruk/v3/services")).Status.ShouldBe(HttpStatusCode.OK);

        var refused = await SendAsync(site, "services", request => request.Headers.Add("Origin", "https://another.example.org"));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        refused.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        ((string)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["message"]!).ShouldContain(refused.Headers.RetryAfter.Delta.Value.TotalSeconds.ToString(CultureInfo.InvariantCulture));
        (await site.Visitor.GetAsync("/groups")).Status.ShouldBe(HttpStatusCode.OK);
        (await other.Visitor.GetAsync("/oruk/v3/services")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_description_names_every_address_and_every_parameter_that_is_answered(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var about = await site.AskAsync("/");
        var document = JsonNode.Parse((await site.Visitor.GetAsync((string)about["openapi_url"]!)).Body)!;

        ((string)document["openapi"]!).ShouldStartWith("3.0");
        var server = (string)document["servers"]![0]!["url"]!;
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            var address = server + path.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal);
            (await site.Visitor.GetAsync(address)).Status.ShouldBe(path.Contains("{id}", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, path);
            foreach (var parameter in operations!["get"]!["parameters"]?.AsArray().Select(one => (string?)one!["$ref"]).OfType<string>() ?? [])
                document["components"]!["parameters"]![parameter.Split('/')[^1]].ShouldNotBeNull();
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_explains_it_in_every_language_and_is_linked_from_everywhere(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        (await site.Visitor.GetAsync("/")).Find("footer a[href$='/open-data']");

        foreach (var language in new[] { "", "/ur", "/pl" })
        {
            var page = await site.Visitor.GetAsync(language + "/open-data");
            page.Find("a[rel~=license]");
            page.Document.QuerySelectorAll(".portal-addresses a").Length.ShouldBe(5);
            foreach (var link in page.Document.QuerySelectorAll(".portal-addresses a, a.portal-address"))
                (await site.Visitor.GetAsync(link.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK, link.GetAttribute("href"));
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(TestSite site, string path, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "oruk/v3/" + path);
        with(request);
        return await site.Visitor.Client.SendAsync(request);
    }
}
