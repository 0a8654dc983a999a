namespace Portal.Platform.Resources;

/// <summary>Marks the texts of the platform: frame of the pages, dates, error pages.</summary>
public sealed class PlatformText;
