namespace Portal.Learning.Resources;

/// <summary>Marks the texts of the pages for editing collections.</summary>
internal sealed class CollectionEditingText;
