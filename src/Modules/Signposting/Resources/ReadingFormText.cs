namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about Easy Read and large print.</summary>
internal sealed class ReadingFormText;
