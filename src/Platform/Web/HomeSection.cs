namespace Portal.Platform.Web;

/// <summary>A part of the home page that a module contributes as a view component.</summary>
/// <param name="Order">Place on the page; the search is 0.</param>
/// <param name="ViewComponent">Type of the view component.</param>
/// <param name="Feature">Feature it belongs to.</param>
public sealed record HomeSection(int Order, Type ViewComponent, string Feature);
