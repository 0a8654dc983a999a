namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about messages that were held back.</summary>
internal sealed class HeldBackText;
