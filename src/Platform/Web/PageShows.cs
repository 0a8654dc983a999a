using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Security;

namespace Portal.Platform.Web;

/// <summary>Something that a page for everybody shows, to be counted each time the page is sent.</summary>
/// <param name="Kind">What kind of thing, for example <c>view</c>.</param>
/// <param name="Subject">Which one, for example the slug of a group.</param>
public sealed record Shown(string Kind, string Subject);

/// <summary>Counts what visitors are shown. Must not wait for anything: it is called while a page is sent. Scoped.</summary>
public interface IVisitCounter
{
    /// <summary>Counts one more.</summary>
    void Count(Shown shown);
}

/// <summary>Says of a page what it shows. It stays with the page where that is kept, so that a page from the cache is counted too.</summary>
public static class PageShows
{
    private static readonly object key = new();

    /// <summary>Says that the answer to this request shows something.</summary>
    public static void Shows(this HttpContext http, params IReadOnlyList<Shown> shown) => http.Items[key] = Of(http).Concat(shown).ToList();

    internal static IReadOnlyList<Shown> Of(HttpContext http) => http.Items.TryGetValue(key, out var said) ? (IReadOnlyList<Shown>)said! : [];
}

/// <summary>
/// Counts what is shown to visitors, from the cache or newly made. Nothing is known or kept of who they are: not who is signed in, no
/// programs that say they are one, no pages fetched before anybody asked for them.
/// </summary>
public sealed partial class CountVisits(RequestDelegate next)
{
    private static readonly TenantCookie session = new("session");

    /// <summary>True for a request by a person with a browser, as far as it says so.</summary>
    public static bool IsPerson(HttpRequest request)
        => request.Headers.UserAgent.ToString() is { Length: > 0 } agent && !Program().IsMatch(agent)
            && !request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    /// <summary>Lets the page be sent and counts what it shows.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (!HttpMethods.IsGet(http.Request.Method) || http.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)) return;
        var shown = PageShows.Of(http);
        if (shown.Count == 0 || http.Request.Cookies.ContainsKey(session.Name!) || !IsPerson(http.Request)) return;
        foreach (var counter in http.RequestServices.GetServices<IVisitCounter>())
        {
            foreach (var one in shown) counter.Count(one);
        }
    }

    [GeneratedRegex("bot|crawl|spider|slurp|scrap|preview|monitor|uptime|archiv|fetch|feed|curl|wget|python|java/|okhttp|httpclient|go-http|node|axios|facebookexternalhit|whatsapp", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 100)]
    private static partial Regex Program();
}
