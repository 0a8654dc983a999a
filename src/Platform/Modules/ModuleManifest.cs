namespace Portal.Platform.Modules;

/// <summary>What a module says of itself. Everything the host needs to know without running the module.</summary>
public sealed record ModuleManifest
{
    /// <summary>Short lower-case name; also the prefix of the module's tables (<c>directory_listings</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Name for people who look after the site, in English.</summary>
    public required string Name { get; init; }

    /// <summary>Marker class of the module's <c>.resx</c> texts; menu entries and permissions are named by its keys.</summary>
    public required Type Resources { get; init; }

    /// <summary>Ids of the modules whose contracts this one uses. The graph has no cycle.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Parts that a tenant can switch on and off. Endpoints belong to the first unless their folder says otherwise.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>What roles can be allowed to do in this module.</summary>
    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    /// <summary>Who may open which folder of pages. A folder not named here is public.</summary>
    public IReadOnlyList<PageFolder> Folders { get; init; } = [];

    /// <summary>Links that the layout shows to those who may follow them.</summary>
    public IReadOnlyList<MenuEntry> Menu { get; init; } = [];
}

/// <summary>A part of a module that a tenant switches on or off while the site runs.</summary>
/// <param name="Id">As recipes name it, for example <c>Portal.Directory</c>.</param>
/// <param name="AlwaysOn">True for the parts no site can do without.</param>
/// <param name="PlatformOnly">True for the parts that look after the platform: on in the default tenant, off everywhere else.</param>
public sealed record Feature(string Id, bool AlwaysOn = false, bool PlatformOnly = false);

/// <summary>One thing a role may be allowed to do.</summary>
/// <param name="Id">Stable name used in recipes and policies, for example <c>EditListings</c>.</param>
/// <param name="TextKey">Key of its description in the module's texts.</param>
/// <param name="SeesPeople">True when it opens information on people who are helped: it then needs a second factor.</param>
/// <param name="PartOf">Id of a wider permission that always brings this one with it; null where there is none.</param>
public sealed record Permission(string Id, string TextKey, bool SeesPeople = false, string? PartOf = null);

/// <summary>The rule for one folder of Razor pages, counted from the module's <c>Pages</c> folder.</summary>
/// <param name="Path">For example <c>/MyGroups</c>.</param>
/// <param name="Permission">Who may open it; null for everybody.</param>
/// <param name="Feature">Feature the folder belongs to; null for the module's first.</param>
/// <param name="ShowsPeople">
/// True when its pages tell of people who are helped though nobody has to sign in, as behind a link only they have. Pages behind
/// a permission that <see cref="Permission.SeesPeople"/> need not say so.
/// </param>
public sealed record PageFolder(string Path, string? Permission, string? Feature = null, bool ShowsPeople = false);

/// <summary>Where a link stands.</summary>
public enum MenuPlace
{
    /// <summary>The header, for everybody.</summary>
    Main,

    /// <summary>The header, for people who are signed in and may follow the link.</summary>
    Personal,

    /// <summary>The overview of <c>/manage</c>.</summary>
    Manage,

    /// <summary>The foot of every page.</summary>
    Footer,
}

/// <summary>A link in a menu.</summary>
/// <param name="TextKey">Key of its words in the module's texts.</param>
/// <param name="Path">Address inside the tenant, beginning with a slash.</param>
/// <param name="Permission">Who sees it; null for everybody.</param>
/// <param name="Feature">Feature it belongs to; null for the module's first.</param>
public sealed record MenuEntry(MenuPlace Place, int Order, string TextKey, string Path, string? Permission = null, string? Feature = null);
