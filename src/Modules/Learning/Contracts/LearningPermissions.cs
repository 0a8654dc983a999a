namespace Portal.Learning.Contracts;

/// <summary>What roles can be allowed to do with things to read.</summary>
public static class LearningPermissions
{
    /// <summary>Write, translate and publish articles, collections and programmes.</summary>
    public const string ManageContent = nameof(ManageContent);
}
