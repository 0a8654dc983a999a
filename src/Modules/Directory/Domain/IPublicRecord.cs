namespace Portal.Directory.Domain;

/// <summary>Something that the open data names. Both are set when it is saved, by <see cref="Data.PublicRecords"/>.</summary>
internal interface IPublicRecord
{
    string Id { get; }

    /// <summary>Id in the open data; the one it had in the feed it came from, or one made of tenant and <see cref="Id"/>. Never changes.</summary>
    Guid PublicId { get; set; }

    /// <summary>When it last changed, to the millisecond.</summary>
    DateTimeOffset ModifiedAt { get; set; }
}
