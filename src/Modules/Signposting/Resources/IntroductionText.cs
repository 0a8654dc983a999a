namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about introducing people to groups.</summary>
internal sealed class IntroductionText;
