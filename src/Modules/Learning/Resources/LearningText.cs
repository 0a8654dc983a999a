namespace Portal.Learning.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class LearningText;
