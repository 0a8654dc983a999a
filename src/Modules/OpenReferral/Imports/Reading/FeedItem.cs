using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>One line of a spreadsheet or one service of a feed, as far as it could be read.</summary>
internal sealed record FeedItem
{
    /// <summary>Line of the file, or number of the service in the feed.</summary>
    public required int Line { get; init; }

    /// <summary>Bytes of the file read up to here.</summary>
    public long Position { get; init; }

    /// <summary>The service; null where the line could not be taken.</summary>
    public FeedThing<ServiceFacts>? Service { get; init; }

    public FeedThing<OrganizationFacts>? Organization { get; init; }

    public FeedThing<LocationFacts>? Location { get; init; }

    /// <summary>Id of a service that could not be taken, where it could be read: it is not gone.</summary>
    public string? RefusedId { get; init; }

    /// <summary>True for a service that its source itself calls closed: it counts as gone.</summary>
    public bool IsClosed { get; init; }

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>The cells of a line of a spreadsheet.</summary>
    public IReadOnlyList<string>? Cells { get; init; }

    /// <summary>A line of which nothing could be taken.</summary>
    public static FeedItem Refused(int line, string reason, params IReadOnlyList<string> values)
        => new() { Line = line, Faults = [new Fault(IsError: true, null, reason, values)] };
}

/// <summary>A thing with its id in the source. References in it are ids in the source, too.</summary>
internal sealed record FeedThing<TFacts>(string ExternalId, TFacts Facts);

/// <summary>Something that was not right.</summary>
/// <param name="IsError">True when the line could not be taken.</param>
/// <param name="Field">Name of the field, one of <see cref="SheetFields"/>; null for the whole line.</param>
/// <param name="Reason">Key in the texts of imports, after <c>Fault.</c>.</param>
internal sealed record Fault(bool IsError, string? Field, string Reason, params IReadOnlyList<string> Values);
