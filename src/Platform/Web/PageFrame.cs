using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Modules;
using Portal.Platform.Security;
using Portal.Platform.Tenants;

namespace Portal.Platform.Web;

/// <summary>A link in the frame of a page.</summary>
public sealed record FrameLink(string Text, string Url, bool IsCurrent);

/// <summary>The present page in another language.</summary>
public sealed record LanguageLink(LanguageInfo Language, string Url, bool IsCurrent);

/// <summary>What a theme's layout shows around a page. Scoped.</summary>
public sealed class PageFrame(
    TenantContext tenant, IHttpContextAccessor http, ModuleCatalog catalog, IPermissions permissions, IStringLocalizerFactory texts, SiteAddresses addresses,
    IEnumerable<HeaderPart> headerParts)
{
    private static readonly TenantCookie notice = new("notice");
    private readonly HttpRequest request = http.HttpContext!.Request;

    /// <summary>True when the page that was just left has something to say on this one.</summary>
    public static bool HasNotice(HttpRequest request) => request.Cookies.ContainsKey(notice.Name!);

    /// <summary>The tenant's settings.</summary>
    public TenantSettings Settings => tenant.Settings;

    /// <summary>Language of the page.</summary>
    public LanguageInfo Language => LanguageInfo.Of(tenant.Language);

    /// <summary>Path of the theme's layout.</summary>
    public string LayoutPath => $"/Themes/{tenant.Settings.Theme}/_Layout.cshtml";

    /// <summary>Address of the theme's stylesheet for the direction of the language.</summary>
    public string Stylesheet => $"/_content/Portal.Theme.{tenant.Settings.Theme}/site{(Language.Direction == "rtl" ? ".rtl" : "")}.css";

    /// <summary>Address of the few rules that hold the tenant's own colours.</summary>
    public string ColoursStylesheet => $"{tenant.Tenant.PathPrefix}/site-colours.css?v={Uri.EscapeDataString(tenant.Settings.AccentColour)}";

    /// <summary>Address of the tenant's logo, or null.</summary>
    public string? LogoUrl => tenant.Settings.Logo is { } logo ? $"{tenant.Tenant.PathPrefix}/media/{logo}" : null;

    /// <summary>Name of the signed-in user, or null.</summary>
    public string? UserName => http.HttpContext!.User is { Identity: { IsAuthenticated: true, Name: var name } } ? name : null;

    /// <summary>True when the address of the request names a language, be it the default one.</summary>
    public bool AddressNamesLanguage => request.PathBase.Value!.Length > tenant.Tenant.PathPrefix.Length;

    /// <summary>
    /// Set by a page that chooses a language of its own when the address names none, such as a plan shared with a person: the
    /// links to its other languages then name the default language too.
    /// </summary>
    public bool EveryLanguageInAddress { get; set; }

    /// <summary>What modules put into the header, where the tenant has the feature.</summary>
    public IEnumerable<HeaderPart> HeaderParts => headerParts.Where(part => tenant.Profile.Features.Contains(part.Feature));

    /// <summary>The present page in each of the tenant's languages.</summary>
    public IReadOnlyList<LanguageLink> Languages
    {
        get
        {
            var page = request.Path + request.QueryString.ToUriComponent();
            return
            [
                .. tenant.Settings.Languages.Select(code => new LanguageLink(
                    LanguageInfo.Of(code),
                    EveryLanguageInAddress ? $"{tenant.Tenant.PathPrefix}/{code}{page}" : addresses.Path(page, code),
                    code == tenant.Language)),
            ];
        }
    }

    /// <summary>A text that the tenant gave per language, in the reader's or the next best; null when there is none at all.</summary>
    public (string Value, LanguageInfo Language)? InReadersLanguage(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var code in tenant.Settings.FallbackChain(tenant.Language))
        {
            if (texts.TryGetValue(code, out var value) && value.Length > 0) return (value, LanguageInfo.Of(code));
        }

        return null;
    }

    /// <summary>The links of one place that the reader may follow, in order.</summary>
    public async Task<IReadOnlyList<FrameLink>> MenuAsync(MenuPlace place)
    {
        var links = new List<(int Order, FrameLink Link)>();
        foreach (var module in catalog.Modules.Select(module => module.Manifest))
        {
            foreach (var entry in module.Menu.Where(entry => entry.Place == place && tenant.Profile.Features.Contains(entry.Feature ?? module.Features[0].Id)))
            {
                if (entry.Permission is not null && !await permissions.HasAsync(http.HttpContext!.User, entry.Permission)) continue;
                links.Add((entry.Order, new FrameLink(texts.Create(module.Resources)[entry.TextKey], addresses.Path(entry.Path), request.Path.StartsWithSegments(entry.Path, StringComparison.Ordinal))));
            }
        }

        return [.. links.OrderBy(link => link.Order).Select(link => link.Link)];
    }
}
