namespace Portal.OpenReferral.Resources;

/// <summary>Marks the texts of the open data pages.</summary>
internal sealed class OpenReferralText;
