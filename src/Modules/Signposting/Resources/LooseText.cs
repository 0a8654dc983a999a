namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about plans and referrals that belong to no record.</summary>
internal sealed class LooseText;
