namespace Portal.Directory.Domain;

/// <summary>A place where groups meet.</summary>
internal sealed class Venue
{
    private string? postcode;

    public required string Id { get; init; }

    /// <summary>Short name in addresses; unique.</summary>
    public required string Slug { get; set; }

    /// <summary>Language it was first written in.</summary>
    public required string Culture { get; set; }

    public bool Published { get; set; } = true;

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
}

/// <summary>A venue in one language.</summary>
internal sealed class VenueText : ContentText
{
    public required string VenueId { get; init; }

    /// <summary>Bus, train, parking, in a line.</summary>
    public string? Transport { get; set; }
}
