using System.Text.Json.Serialization;

namespace Portal.Platform.Tenants;

/// <summary>What a tenant decides about its site. Kept as one JSON row in the tenant's database.</summary>
public sealed record TenantSettings
{
    /// <summary>Name in the header and in e-mails.</summary>
    public string Name { get; init; } = "Portal";

    /// <summary>A line under the name on the home page, per language.</summary>
    public IReadOnlyDictionary<string, string> Tagline { get; init; } = new Dictionary<string, string>();

    /// <summary>Languages offered, as BCP 47 codes; the first is the default.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>For a language, which to try next when a text is missing; the default language is always tried last.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fallbacks { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Id of the theme, <c>Community</c> or <c>Health</c>.</summary>
    public string Theme { get; init; } = "Community";

    /// <summary>Accent colour as <c>#rrggbb</c>; darkened or lightened until it has contrast enough.</summary>
    public string AccentColour { get; init; } = "#1f5c4d";

    /// <summary>File name of the logo in the tenant's media folder, or null.</summary>
    public string? Logo { get; init; }

    /// <summary>IANA time zone of the groups' wall-clock times.</summary>
    public string TimeZone { get; init; } = "Europe/London";

    /// <summary>Address for questions on the site.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>Phone number for questions on the site.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>Postal address, in lines.</summary>
    public string? ContactAddress { get; init; }

    /// <summary>What to do when help is needed now, per language.</summary>
    public IReadOnlyDictionary<string, string> HelpNowText { get; init; } = new Dictionary<string, string>();

    /// <summary>Number to call when help is needed now.</summary>
    public string? HelpNowPhone { get; init; }

    /// <summary>Address of map tiles with {z}, {x} and {y}; empty means that no map is offered.</summary>
    public string? MapTiles { get; init; }

    /// <summary>Whom to thank for the map.</summary>
    public string? MapAttribution { get; init; }

    /// <summary>True for a sample site: invented people may be shown on it, and it says so.</summary>
    public bool Sample { get; init; }

    /// <summary>The language used where none is asked for.</summary>
    [JsonIgnore]
    public string DefaultLanguage => Languages.Count > 0 ? Languages[0] : "en";

    /// <summary>The languages to try for a reader of <paramref name="language"/>: itself, its fallbacks, the default, then the rest.</summary>
    public IReadOnlyList<string> FallbackChain(string language)
        => [.. new[] { language }
            .Concat(Fallbacks.TryGetValue(language, out var listed) ? listed : [])
            .Append(DefaultLanguage)
            .Concat(Languages)
            .Distinct(StringComparer.Ordinal)];
}
