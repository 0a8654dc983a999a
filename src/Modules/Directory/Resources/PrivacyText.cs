namespace Portal.Directory.Resources;

/// <summary>Marks the texts on what of a group is public and what is not, and for which ages it is.</summary>
internal sealed class PrivacyText;
