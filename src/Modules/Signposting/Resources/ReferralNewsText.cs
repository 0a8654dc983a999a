namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about who hears of referrals that arrive.</summary>
internal sealed class ReferralNewsText;
