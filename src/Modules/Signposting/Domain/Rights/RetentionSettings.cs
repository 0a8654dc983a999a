namespace Portal.Signposting.Domain.Rights;

/// <summary>For how long a service keeps records that are finished. Kept as one JSON row of its settings.</summary>
internal sealed record RetentionSettings
{
    /// <summary>Name of the row.</summary>
    public const string Name = "signposting.retention";

    /// <summary>Fewest and most years.</summary>
    public const int Least = 1;
    public const int Most = 30;

    /// <summary>Years for adults in the NHS Records Management Code of Practice, counted from the last contact.</summary>
    public const int Usual = 8;

    /// <summary>The birthday until which that code keeps records of people who were children.</summary>
    public const int ChildrenUntil = 25;

    /// <summary>So many years after it was finished a record is looked at.</summary>
    public int Years { get; init; } = Usual;
}
