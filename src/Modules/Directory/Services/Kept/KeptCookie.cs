using Microsoft.AspNetCore.Http;
using Portal.Platform.Security;
using Portal.Platform.Web;

namespace Portal.Directory.Services.Kept;

/// <summary>
/// The visitor's shortlist: ids of groups in a cookie of their own browser, in the order they were kept. Nothing of it is stored
/// here, and it says nothing of who they are. Scripts may change it too (<c>keep.js</c>).
/// </summary>
internal sealed class KeptCookie(IHttpContextAccessor http)
{
    /// <summary>Most groups in a list: their ids have to fit into a cookie and into an address.</summary>
    public const int Most = 40;

    private const char Between = '.';
    private static readonly TimeSpan lifetime = TimeSpan.FromDays(365);

    /// <summary>The cookie; scripts may read it.</summary>
    public static TenantCookie Cookie { get; } = new("kept") { HttpOnly = false };

    /// <summary>Tells the cache of pages that they look different to whoever has kept something.</summary>
    public static CookieThatShows Shows { get; } = new(Cookie);

    /// <summary>The ids in the request's cookie, or what was written since.</summary>
    public IReadOnlyList<string> Ids { get => field ??= Read(http.HttpContext!.Request.Cookies[Cookie.Name!], Between); private set; }

    /// <summary>Ids out of a text, each once, at most <see cref="Most"/>; what cannot be an id is left out.</summary>
    public static IReadOnlyList<string> Read(string? text, char between)
        => text is null or { Length: > 4000 } ? [] : [.. text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(IsId).Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>Whether a group is in the list.</summary>
    public bool Has(string id) => Ids.Contains(id);

    /// <summary>Writes the list; an empty one takes the cookie away.</summary>
    public void Write(IEnumerable<string> ids)
    {
        var kept = Read(string.Join(Between, ids), Between);
        Ids = kept;
        var context = http.HttpContext!;
        if (kept.Count == 0)
        {
            context.Response.Cookies.Delete(Cookie.Name!, Cookie.Build(context));
            return;
        }

        var options = Cookie.Build(context);
        options.MaxAge = lifetime;
        context.Response.Cookies.Append(Cookie.Name!, string.Join(Between, kept), options);
    }

    private static bool IsId(string id) => id.Length <= Portal.Platform.Data.Ids.Length && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
