namespace Portal.Directory.Resources;

/// <summary>Names the texts about groups that may have two pages.</summary>
internal sealed class DuplicateText;
