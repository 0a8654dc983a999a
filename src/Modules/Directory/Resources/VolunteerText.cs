namespace Portal.Directory.Resources;

/// <summary>Names the texts of the pages on which volunteers keep their groups.</summary>
internal sealed class VolunteerText;
