namespace Portal.Directory.Resources;

/// <summary>Marks the texts of what a search shows when it finds little, and of distances.</summary>
internal sealed class FindingText;
