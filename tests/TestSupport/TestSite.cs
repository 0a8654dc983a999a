using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Data;
using Portal.Tenancy.Services;

namespace TestSupport;

/// <summary>A tenant made for one test, and a visitor who looks at it.</summary>
public sealed class TestSite
{
    private TestSite(PortalHost host, Tenant tenant)
    {
        Host = host;
        Tenant = tenant;
        Visitor = NewVisitor();
    }

    /// <summary>The program it runs in.</summary>
    public PortalHost Host { get; }

    /// <summary>The tenant.</summary>
    public Tenant Tenant { get; }

    /// <summary>Somebody with a browser and cookies of their own.</summary>
    public Visitor Visitor { get; }

    /// <summary>Makes a tenant with all features on.</summary>
    public static async Task<TestSite> CreateAsync(DatabaseKind kind, TenantSettings? settings = null)
        => await CreateAsync(await PortalHost.SharedAsync(kind), settings);

    /// <summary>Makes a tenant with all features on, in a host of the test's own.</summary>
    public static async Task<TestSite> CreateAsync(PortalHost host, TenantSettings? settings = null)
    {
        var name = "t" + Ids.Secret(12);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var row = new TenantRow { Name = name, Prefix = name };
            await scope.ServiceProvider.GetRequiredService<PlatformDatabase>().MigrateAsync(row.ToTenant(), default);
            var db = scope.ServiceProvider.GetRequiredService<TenancyDbContext>();
            db.Tenants.Add(row);
            await db.SaveChangesAsync();
            host.Services.GetRequiredService<TenantRegistry>().Forget();
        }

        var tenant = (await host.Services.GetRequiredService<ITenants>().FindAsync(name))!;
        var site = new TestSite(host, tenant);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await Setting.WriteAsync(db, Setting.Site, settings ?? new TenantSettings { Name = "Test site", Languages = ["en", "ur", "pl"] });
            await Setting.WriteAsync(db, Setting.Features, services.GetRequiredService<Portal.Platform.Modules.ModuleCatalog>().Features.Keys.Order(StringComparer.Ordinal).ToList());
            await db.SaveChangesAsync();
        });
        return site;
    }

    /// <summary>A tenant made before, in a host that was started again on its data.</summary>
    public static async Task<TestSite> OpenAsync(PortalHost host, string name)
        => new(host, await host.Services.GetRequiredService<ITenants>().FindAsync(name) ?? throw new InvalidOperationException($"There is no tenant {name}."));

    /// <summary>Another visitor, with cookies of their own.</summary>
    public Visitor NewVisitor() => new(new Uri(Host.Address, Tenant.PathPrefix + "/"));

    /// <summary>Runs something inside the tenant.</summary>
    public Task RunAsync(Func<IServiceProvider, Task> work) => Host.Services.GetRequiredService<ITenantScopes>().RunAsync(Tenant, work);

    /// <summary>Runs something inside the tenant.</summary>
    public Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work) => Host.Services.GetRequiredService<ITenantScopes>().RunAsync(Tenant, work);
}

/// <summary>A browser without scripts: follows links, fills in forms, keeps cookies. Redirects are followed unless asked otherwise.</summary>
public sealed class Visitor(Uri site)
{
    private readonly CookieContainer cookies = new();
    private HttpClient? client;

    /// <summary>The plain client, redirects not followed.</summary>
    public HttpClient Client => client ??= new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = site };

    /// <summary>The cookies of the site.</summary>
    public CookieContainer Cookies => cookies;

    /// <summary>Opens a page of the site: <c>/groups</c>.</summary>
    public async Task<Answer> GetAsync(string path, bool followRedirects = true)
        => await AnswerAsync(await Client.GetAsync(Inside(path)), followRedirects);

    /// <summary>Fills in a form of a page and sends it: its hidden fields and what stands in it are sent too.</summary>
    /// <param name="selector">CSS selector of the form.</param>
    /// <param name="values">Fields to fill in; null takes a field away, several values of one name are allowed.</param>
    public async Task<Answer> SubmitAsync(Answer page, string selector, IEnumerable<(string Name, string? Value)>? values = null, bool followRedirects = true)
    {
        var form = page.Document.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"No form '{selector}' on {page.Address}.");
        var given = values?.ToList() ?? [];
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements.Where(element => !element.HasAttribute("disabled") && element.GetAttribute("name") is { Length: > 0 }))
        {
            var name = element.GetAttribute("name")!;
            if (given.Exists(value => value.Name == name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" } or IHtmlButtonElement: break;
                case IHtmlInputElement input: fields.Add(new(name, input.Value)); break;
                case IHtmlTextAreaElement area: fields.Add(new(name, area.Value)); break;
                case IHtmlSelectElement select: fields.Add(new(name, select.Value ?? "")); break;
            }
        }

        fields.AddRange(given.Where(value => value.Value is not null).Select(value => new KeyValuePair<string, string>(value.Name, value.Value!)));
        var target = new Uri(page.Address, form.GetAttribute("action") is { Length: > 0 } action ? action : page.Address.PathAndQuery);
        var isGet = !string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase);
        var response = isGet
            ? await Client.GetAsync(new Uri(target, "?" + await new FormUrlEncodedContent(fields).ReadAsStringAsync()))
            : await Client.PostAsync(target, new FormUrlEncodedContent(fields));
        return await AnswerAsync(response, followRedirects);
    }

    private static string Inside(string path) => path.StartsWith("http", StringComparison.Ordinal) ? path : path.TrimStart('/');

    private async Task<Answer> AnswerAsync(HttpResponseMessage response, bool followRedirects)
    {
        for (var hops = 0; followRedirects && hops < 10 && response.Headers.Location is { } location && (int)response.StatusCode is >= 300 and < 400; hops++)
            response = await Client.GetAsync(new Uri(response.RequestMessage!.RequestUri!, location));
        var body = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(body).Address(response.RequestMessage!.RequestUri!));
        return new Answer(response, body, document);
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpResponseMessage Response, string Body, IDocument Document)
{
    /// <summary>Status code.</summary>
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where the page came from, after redirects.</summary>
    public Uri Address => Response.RequestMessage!.RequestUri!;

    /// <summary>The text a reader sees in the main part, with single spaces.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>The first element that fits a selector.</summary>
    /// <exception cref="InvalidOperationException">None fits.</exception>
    public IElement Find(string selector) => Document.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing fits '{selector}' on {Address}.");
}
