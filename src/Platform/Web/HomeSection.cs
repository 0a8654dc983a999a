namespace Portal.Platform.Web;

/// <summary>A part of the home page that a module contributes as a view component. Registered as a singleton.</summary>
/// <param name="Order">Place on the page; the search is 0, what invites to read 20, quiet lines for others 90.</param>
/// <param name="ViewComponent">Type of the view component; it may be internal.</param>
/// <param name="Feature">Feature it belongs to.</param>
/// <param name="Wide">True for a part that uses the whole width of the page; such parts stand before the others.</param>
public sealed record HomeSection(int Order, Type ViewComponent, string Feature, bool Wide = false);
