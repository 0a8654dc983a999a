namespace Portal.Directory.Domain;

/// <summary>Who runs groups: a charity, a mosque, a surgery, three neighbours.</summary>
internal sealed class Organisation : IPublicRecord
{
    public required string Id { get; init; }

    /// <inheritdoc/>
    public Guid PublicId { get; set; }

    /// <summary>When it came into the directory: the order of the open data.</summary>
    public DateTimeOffset AddedAt { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Short name in addresses; unique.</summary>
    public required string Slug { get; set; }

    /// <summary>Language it was first written in.</summary>
    public required string Culture { get; set; }

    public bool Published { get; set; } = true;

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Website { get; set; }

    public List<OrganisationText> Texts { get; } = [];
}

/// <summary>An organisation in one language.</summary>
internal sealed class OrganisationText : ContentText
{
    public required string OrganisationId { get; init; }

    /// <summary>A sentence or two, in Markdown.</summary>
    public string? Description { get; set; }
}
