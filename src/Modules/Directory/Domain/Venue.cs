namespace Portal.Directory.Domain;

/// <summary>A place where groups meet.</summary>
internal sealed class Venue : IPublicRecord
{
    private string? postcode;

    public required string Id { get; init; }

    /// <inheritdoc/>
    public Guid PublicId { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Short name in addresses; unique.</summary>
    public required string Slug { get; set; }

    /// <summary>Language it was first written in.</summary>
    public required string Culture { get; set; }

    public bool Published { get; set; } = true;

    /// <summary>True for a place that must not be found, such as a refuge: the public learns the town and nothing else of where it is.</summary>
    public bool IsConfidential { get; set; }

    /// <summary>House and street.</summary>
    public string? AddressLine { get; set; }

    /// <summary>Town or quarter.</summary>
    public string? Town { get; set; }

    /// <summary>Postcode, written properly where it is one.</summary>
    public string? Postcode
    {
        get => postcode;
        set => postcode = Domain.Postcode.Parse(value)?.ToString() ?? value;
    }

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; set; }

    /// <summary>Ids of the accessibility terms that hold for everything that happens here.</summary>
    public IReadOnlyList<string> AccessIds { get; set; } = [];

    public List<VenueText> Texts { get; } = [];

    /// <summary>
    /// What the public may know of it. Of a confidential place that is its town and how accessible it is: no name, no address, no
    /// point, no way there.
    /// </summary>
    public Venue ForThePublic()
        => IsConfidential
            ? new Venue { Id = Id, Slug = Id, Culture = Culture, PublicId = PublicId, ModifiedAt = ModifiedAt, Published = Published, IsConfidential = true, Town = Town, AccessIds = AccessIds }
            : this;
}

/// <summary>A venue in one language.</summary>
internal sealed class VenueText : ContentText
{
    public required string VenueId { get; init; }

    /// <summary>Bus, train, parking, in a line.</summary>
    public string? Transport { get; set; }
}
