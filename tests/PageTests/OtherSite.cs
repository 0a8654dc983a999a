using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Portal.Platform.Data;
using Portal.Platform.Web;
using TestSupport;

namespace PageTests;

/// <summary>A site on which groups keep their calendars and others their feeds, and hosts of Portal that may ask it though it is on this machine.</summary>
internal sealed class OtherSite
{
    private static readonly Lazy<Task<OtherSite>> server = new(StartAsync);
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<PortalHost>>> hosts = new();
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> files = new(StringComparer.Ordinal);
    private int count;

    private OtherSite(WebApplication app) => this.app = app;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(app.Urls.First());

    public static Task<OtherSite> GetAsync() => server.Value;

    /// <summary>A host that may ask this server.</summary>
    public static async Task<PortalHost> HostAsync(DatabaseKind kind)
    {
        Xunit.Skip.If(kind == DatabaseKind.Postgres && !PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        var address = (await server.Value).Address;
        return await hosts.GetOrAdd(kind, database => new Lazy<Task<PortalHost>>(() => PortalHost.StartAsync(database, "--" + OutboundHttp.AllowedHosts, address.Authority))).Value;
    }

    /// <summary>Puts something on the site and returns where.</summary>
    public string Put(RequestDelegate answer, string ending = ".ics")
    {
        var path = $"/{Interlocked.Increment(ref count)}{ending}";
        files[path] = answer;
        return new Uri(Address, path).ToString();
    }

    /// <summary>Changes what is at an address.</summary>
    public void Change(string address, RequestDelegate answer) => files[new Uri(address).AbsolutePath] = answer;

    /// <summary>Answers with a calendar, and with "not modified" to who has it.</summary>
    public static RequestDelegate Calendar(string text, Action<HttpRequest>? seen = null) => async http =>
    {
        seen?.Invoke(http.Request);
        var tag = $"\"{text.GetHashCode(StringComparison.Ordinal):x}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag) http.Response.StatusCode = StatusCodes.Status304NotModified;
        else
        {
            http.Response.ContentType = "text/calendar";
            await http.Response.WriteAsync(text);
        }
    };

    private static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        var started = new OtherSite(site);
        site.Run(http => started.files.TryGetValue(http.Request.Path.Value ?? "", out var answer) ? answer(http) : Missing(http));
        await site.StartAsync();
        return started;
    }

    private static Task Missing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
