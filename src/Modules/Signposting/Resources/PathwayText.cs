namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about people's way through the service.</summary>
internal sealed class PathwayText;
