namespace Portal.Signposting.Resources;

/// <summary>Marks the texts of the shared plan in Easy Read.</summary>
internal sealed class EasyText;
