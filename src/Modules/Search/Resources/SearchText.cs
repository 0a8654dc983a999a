namespace Portal.Search.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class SearchText;
