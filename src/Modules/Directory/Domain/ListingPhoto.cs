using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>
/// A photo that somebody has sent. It is shown once a listing refers to it, and kept for a while after none does any more, so that taking it away
/// can be undone.
/// </summary>
internal sealed class ListingPhoto : IBehindTheScenes
{
    /// <summary>Made from the bytes: the same photo always has the same id, and an id never shows another photo.</summary>
    public required string Id { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Pixels as it is shown.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels as it is shown.</summary>
    public required int Height { get; init; }

    /// <summary>The file, without any metadata.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>When it was first seen that no listing refers to it; null while one does.</summary>
    public DateTimeOffset? UnusedSince { get; set; }
}
