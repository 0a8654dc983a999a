namespace Portal.Signposting.Resources;

/// <summary>Marks the texts about the conversation and what a plan holds besides steps: strengths, hopes, goals, agreement, saving as one types.</summary>
internal sealed class CourseText;
