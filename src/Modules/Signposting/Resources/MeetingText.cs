namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about team meetings.</summary>
internal sealed class MeetingText;
