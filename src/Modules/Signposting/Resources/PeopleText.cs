namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about the records of people, and teams.</summary>
internal sealed class PeopleText;
