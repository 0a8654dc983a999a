namespace Portal.Tenancy.Data;

/// <summary>A block of reference data that all tenants read.</summary>
internal sealed class SharedBlock
{
    /// <summary>What it is a block of.</summary>
    public required string Kind { get; init; }

    public required string Key { get; init; }

    public required byte[] Data { get; set; }
}
