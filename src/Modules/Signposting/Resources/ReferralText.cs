namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about referrals.</summary>
internal sealed class ReferralText;
