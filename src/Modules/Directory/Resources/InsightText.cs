namespace Portal.Directory.Resources;

/// <summary>Names the texts about what visitors look at and look for.</summary>
internal sealed class InsightText;
