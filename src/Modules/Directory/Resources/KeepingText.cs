namespace Portal.Directory.Resources;

/// <summary>Names the texts about breaks and endings of groups, the places where they meet, and the people who keep their pages.</summary>
internal sealed class KeepingText;
