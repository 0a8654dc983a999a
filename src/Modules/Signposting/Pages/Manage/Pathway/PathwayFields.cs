namespace Portal.Signposting.Pages.Manage.Pathway;

/// <summary>The fields of a stage or of a reason for closing.</summary>
internal sealed class NamedFields
{
    /// <summary>Its key; empty for a new one.</summary>
    public string? Key { get; set; }

    /// <summary>Names by language.</summary>
    public Dictionary<string, string?> Names { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Its place among the others, as typed.</summary>
    public string? Order { get; set; }

    /// <summary>Days, as typed; empty for no limit.</summary>
    public string? Days { get; set; }

    public bool IsWaiting { get; set; }

    /// <summary>True to take it away.</summary>
    public bool Remove { get; set; }

    /// <summary>True for the place for a new one in which nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Key) && Names.Values.All(string.IsNullOrWhiteSpace);
}
