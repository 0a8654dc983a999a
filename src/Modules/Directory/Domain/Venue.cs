using System.Text.Json.Serialization;

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

    /// <summary>Counts the changes, so that nobody overwrites what they have not seen.</summary>
    public int Revision { get; private set; }

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

    /// <summary>The text the translations are made from.</summary>
    public VenueText Source => Texts.In(Culture) ?? Texts[0];

    /// <summary>What of it people can correct, as the audit trail keeps it.</summary>
    public VenueSnapshot Snapshot() => new()
    {
        AddressLine = AddressLine,
        Town = Town,
        Postcode = Postcode,
        Latitude = Latitude,
        Longitude = Longitude,
        AccessIds = AccessIds,
        IsConfidential = IsConfidential,
        Texts = Texts.OrderBy(text => text.Culture, StringComparer.Ordinal).ToDictionary(text => text.Culture, text => new VenueWords(text.Title, text.Transport), StringComparer.Ordinal),
    };

    /// <summary>Takes over what somebody corrected. A translation that somebody wrote is taken to say what the source says now.</summary>
    /// <param name="newId">Makes ids of versions and of new texts.</param>
    public void Put(VenueSnapshot wanted, Func<string> newId)
    {
        (AddressLine, Town, Postcode, Latitude, Longitude) = (wanted.AddressLine, wanted.Town, wanted.Postcode, wanted.Latitude, wanted.Longitude);
        (AccessIds, IsConfidential) = (wanted.AccessIds, wanted.IsConfidential);
        foreach (var (culture, words) in wanted.Texts.OrderBy(pair => pair.Key == Culture ? 0 : 1)) Write(culture, words, newId());
        Texts.RemoveAll(text => text.Culture != Culture && !wanted.Texts.ContainsKey(text.Culture));
        CountChange();
    }

    /// <summary>Counts one more change.</summary>
    public void CountChange() => Revision++;

    private void Write(string culture, VenueWords words, string newId)
    {
        var text = Texts.In(culture);
        if (text is null) Texts.Add(text = new VenueText { Id = newId, VenueId = Id, Culture = culture });
        else if (text.Title == words.Title && text.Transport == words.Transport) return;
        (text.Title, text.Transport, text.VersionId) = (words.Title, words.Transport, newId);
        if (culture != Culture) (text.SourceVersion, text.Review) = (Source.VersionId, ContentTexts.Reviewed);
    }
}

/// <summary>A venue as it was at one moment, for history and undo.</summary>
internal sealed record VenueSnapshot
{
    public string? AddressLine { get; init; }

    public string? Town { get; init; }

    public string? Postcode { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public IReadOnlyList<string> AccessIds { get; init; } = [];

    /// <summary>See <see cref="Venue.IsConfidential"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsConfidential { get; init; }

    /// <summary>What it is called and how one gets there, by language.</summary>
    public required IReadOnlyDictionary<string, VenueWords> Texts { get; init; }
}

/// <summary>What is said of a venue in one language.</summary>
internal sealed record VenueWords(string Title, string? Transport);

/// <summary>A venue in one language.</summary>
internal sealed class VenueText : ContentText
{
    public required string VenueId { get; init; }

    /// <summary>Bus, train, parking, in a line.</summary>
    public string? Transport { get; set; }
}
