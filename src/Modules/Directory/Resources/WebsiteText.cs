namespace Portal.Directory.Resources;

/// <summary>Names the texts about websites of groups that cannot be reached, and about contacts that cannot be right.</summary>
internal sealed class WebsiteText;
