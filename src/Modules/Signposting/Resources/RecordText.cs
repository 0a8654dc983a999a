namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about the sections of a record that are filled in only where a service needs them.</summary>
internal sealed class RecordText;
