namespace Portal.Directory.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class DirectoryText;
