using Portal.Platform.Security;

namespace Portal.Platform.Web;

/// <summary>A part of the header of every page that a module contributes as a view component. Registered as a singleton.</summary>
/// <param name="ViewComponent">Type of the view component; it may be internal.</param>
/// <param name="Feature">Feature it belongs to.</param>
public sealed record HeaderPart(Type ViewComponent, string Feature);

/// <summary>
/// A cookie that changes what public pages show, such as which groups a visitor has kept. Registered as a singleton. For whoever
/// has it no page comes from those kept for all.
/// </summary>
public sealed record CookieThatShows(TenantCookie Cookie);
