namespace Portal.Messages.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class MessagesText;
