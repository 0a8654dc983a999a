namespace Portal.Signposting.Resources;

/// <summary>Marks the texts of letters, texts and reminders to people who are helped, and of the pages they are sent from.</summary>
internal sealed class LetterText;
