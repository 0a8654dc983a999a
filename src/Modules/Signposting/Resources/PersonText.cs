namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about what a person says on their own plan.</summary>
internal sealed class PersonText;
