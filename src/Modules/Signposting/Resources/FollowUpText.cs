namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about how steps went, reviews and setbacks.</summary>
internal sealed class FollowUpText;
