namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about a person's rights over their record: the file, erasure, retention, urgent looks.</summary>
internal sealed class RightsText;
