namespace Portal.Directory.Resources;

/// <summary>Names the texts of what waits for a moderator: for those who suggest, and for moderators.</summary>
internal sealed class ModerationText;
