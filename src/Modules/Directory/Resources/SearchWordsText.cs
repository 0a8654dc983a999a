namespace Portal.Directory.Resources;

/// <summary>Marks the texts of the page where editors say what people's words mean.</summary>
internal sealed class SearchWordsText;
