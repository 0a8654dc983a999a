using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Domain;

internal enum ChangeKind
{
    Added,
    Changed,

    /// <summary>Was in the source and is there no longer.</summary>
    Gone,

    /// <summary>The source and somebody here changed the same field.</summary>
    Conflict,
}

internal enum Decision
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    /// <summary>Take it; what was corrected here stays.</summary>
    Take,

    /// <summary>Take it, also where it was corrected here.</summary>
    TakeAll,

    /// <summary>Leave the directory as it is.</summary>
    Leave,

    /// <summary>It is the same as the listing that it may be: join the two and change nothing.</summary>
    Join,
}

/// <summary>A change that waits in the staging area.</summary>
internal sealed class StagedChange : IBehindTheScenes
{
    public required string RunId { get; init; }

    /// <summary>Counts up within the run; organisations and locations come before the services that need them.</summary>
    public required int Number { get; init; }

    /// <summary>Line of the file, or number of the service in the feed.</summary>
    public required int Line { get; init; }

    public required RecordKind Record { get; init; }

    public required string ExternalId { get; init; }

    public required ChangeKind Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>What the source says now, as JSON; empty for what is gone.</summary>
    public required string Values { get; set; }

    public required string Hash { get; set; }

    public Decision Decision { get; set; }

    /// <summary>Id of the thing in the directory, where there is one.</summary>
    public string? OurId { get; set; }

    /// <summary>Id of a listing with the same name at the same postcode.</summary>
    public string? MayBeId { get; set; }

    /// <summary>When it was put into the directory, or left out for good.</summary>
    public DateTimeOffset? AppliedAt { get; set; }

    /// <summary>For undoing a change: what the source said before, and the thing in the directory before and after. As JSON.</summary>
    public string? Base { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }
}

/// <summary>Something about a line that was not right.</summary>
internal sealed class LineFault : IBehindTheScenes
{
    public required string Id { get; init; }

    public required string RunId { get; init; }

    public required int Line { get; init; }

    /// <summary>True when the line could not be taken; false when only something in it was left out.</summary>
    public required bool IsError { get; init; }

    /// <summary>Name of the field or heading of the column; null for the whole line.</summary>
    public string? Field { get; init; }

    /// <summary>Key of the reason in the texts of imports.</summary>
    public required string Reason { get; init; }

    /// <summary>What belongs in the reason.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The cells of a line of a spreadsheet, so that it can be put right here; null where that makes no sense.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>When it was put right here.</summary>
    public DateTimeOffset? FixedAt { get; set; }
}

/// <summary>A line of a spreadsheet that was put right here. The same line of a later file is read as it was put right.</summary>
internal sealed class LineFix : IBehindTheScenes
{
    public required string SourceId { get; init; }

    /// <summary>Tells the line as it stands in the file.</summary>
    public required string Hash { get; init; }

    public required IReadOnlyList<string> Cells { get; set; }
}
