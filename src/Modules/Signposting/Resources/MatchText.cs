namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about what would suit a person, and why.</summary>
internal sealed class MatchText;
