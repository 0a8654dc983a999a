namespace Portal.OpenReferral.Imports.Domain;

internal enum SourceKind
{
    /// <summary>A spreadsheet saved as CSV.</summary>
    Csv,

    /// <summary>What programs write for programs, fetched or brought as a file: Open Referral, or a calendar.</summary>
    Feed,
}

/// <summary>How often a feed is fetched by itself.</summary>
internal enum Rhythm
{
    Never,
    Daily,
    Weekly,
}

/// <summary>Where records come from: a directory whose feed is read, a spreadsheet somebody keeps.</summary>
internal sealed class ImportSource
{
    public required string Id { get; init; }

    /// <summary>Name that people here give it; unique.</summary>
    public required string Name { get; set; }

    public required SourceKind Kind { get; init; }

    /// <summary>Address of a feed; null for files that people bring.</summary>
    public string? Address { get; set; }

    /// <summary>Whose directory it is, as readers are told: "From the directory of …".</summary>
    public string? Publisher { get; set; }

    /// <summary>Licence under which it may be used, as its owner calls it.</summary>
    public string? Licence { get; set; }

    /// <summary>Where the licence can be read, or null.</summary>
    public string? LicenceUrl { get; set; }

    /// <summary>Language it is written in, BCP 47.</summary>
    public required string Language { get; set; }

    /// <summary>For a spreadsheet, what each column means; empty until somebody has looked at it.</summary>
    public IReadOnlyList<ColumnMeaning> Mapping { get; set; } = [];

    public Rhythm Rhythm { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its records were last seen in it.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}

/// <summary>What a column of a spreadsheet means.</summary>
/// <param name="Column">Its heading as it stands.</param>
/// <param name="Field">Name of one of <c>SheetFields</c>; null for a column that is left out.</param>
internal sealed record ColumnMeaning(string Column, string? Field);

/// <summary>What was taken from a source, one row for each thing in it.</summary>
internal sealed class ImportRecord
{
    public required string Id { get; init; }

    public required string SourceId { get; init; }

    public required RecordKind Kind { get; init; }

    /// <summary>Its id in the source, whatever shape that has.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Id of the thing in the directory; null for one that is not wanted here.</summary>
    public string? OurId { get; set; }

    public RecordState State { get; set; }

    /// <summary>Tells whether the source says the same as last time. SHA-256 of its values, the first 16 bytes in hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>What the source said when it was last taken from there, as JSON. What differs from it in the directory was corrected here.</summary>
    public required string SourceValues { get; set; }

    public DateTimeOffset SeenAt { get; set; }
}

internal enum RecordKind
{
    Organization,
    Location,
    Service,
}

internal enum RecordState
{
    /// <summary>In the source and in the directory.</summary>
    Live,

    /// <summary>No longer in the source.</summary>
    Gone,

    /// <summary>In the source, and somebody said that it is not wanted here.</summary>
    Declined,
}
