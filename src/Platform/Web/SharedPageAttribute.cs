namespace Portal.Platform.Web;

/// <summary>
/// Says that a page looks the same to everybody who is not signed in, so that it may be kept and shown again until the tenant's
/// content changes. Such a page sets no cookie and has no form that is posted.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SharedPageAttribute : Attribute;
