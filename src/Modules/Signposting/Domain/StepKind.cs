namespace Portal.Signposting.Domain;

/// <summary>What a step of a plan is.</summary>
internal enum StepKind
{
    /// <summary>A group or activity of the directory.</summary>
    Listing,

    /// <summary>Something to read.</summary>
    Article,

    /// <summary>An education module or a course.</summary>
    Programme,

    /// <summary>Something in the person's or the worker's own words.</summary>
    OwnWords,
}
