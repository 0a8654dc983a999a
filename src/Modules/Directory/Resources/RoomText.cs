namespace Portal.Directory.Resources;

/// <summary>Marks the texts about when there is room again.</summary>
internal sealed class RoomText;
