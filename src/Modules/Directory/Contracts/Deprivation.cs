namespace Portal.Directory.Contracts;

/// <summary>How deprived the small areas are that postcodes lie in, for figures about many people at once. Read for all tenants of the installation.</summary>
public interface IDeprivation
{
    /// <summary>The decile of each postcode, from 1 (the tenth of areas that is most deprived) to 10. A few queries, however many are asked.</summary>
    /// <param name="postcodes">As people type them.</param>
    /// <returns>By postcode as <c>BD8 7HY</c>, and found by any other way to write it. Those that are not known are missing.</returns>
    Task<IReadOnlyDictionary<string, int>> DecilesAsync(IReadOnlyCollection<string> postcodes, CancellationToken cancellationToken);

    /// <summary>Which index it is and on which day it was read: <c>English indices 2025 (2026-11-28)</c>; null when none was.</summary>
    Task<string?> SourceAsync(CancellationToken cancellationToken);
}

/// <summary>Reads the index of multiple deprivation, for all tenants of the installation.</summary>
public interface IDeprivationImport
{
    /// <summary>Reads a file and makes what it holds the deciles that are known, all of it or nothing. Lines that cannot be read are told and left out.</summary>
    /// <param name="lines">Told every few ten thousand lines how many have been read.</param>
    /// <exception cref="InvalidDataException">The file is no such table.</exception>
    Task<PlacesOutcome> RunAsync(DeprivationRequest request, IProgress<long>? lines, CancellationToken cancellationToken);
}

/// <summary>What to read.</summary>
public sealed record DeprivationRequest
{
    /// <summary>The result of the official look-up of postcodes, or the index by small area (LSOA), as CSV.</summary>
    public required string File { get; init; }

    /// <summary>The ONS Postcode Directory, which says in which small area a postcode lies; needed for an index by small area.</summary>
    public string? Postcodes { get; init; }

    /// <summary>What the index is called where its figures stand; null for the name of the file.</summary>
    public string? Edition { get; init; }

    /// <summary>True to say what would happen and keep nothing.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>True to go on when the file lacks more than a tenth of what is known.</summary>
    public bool MayRemoveMany { get; init; }
}
