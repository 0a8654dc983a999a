namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about a plan that begins with kept groups.</summary>
internal sealed class KeptPlanText;
