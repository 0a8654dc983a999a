namespace Portal.Platform.Web;

/// <summary>What is asked of another site.</summary>
public sealed record OutboundRequest
{
    /// <summary>The address; http or https.</summary>
    public required Uri Address { get; init; }

    /// <summary>Value of the Accept header.</summary>
    public string? Accept { get; init; }

    /// <summary>Tag of what is known already; an unchanged thing is then not sent again.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>When what is known was changed.</summary>
    public DateTimeOffset? IfModifiedSince { get; init; }

    /// <summary>True to learn whether it is there, without reading it.</summary>
    public bool HeadOnly { get; init; }

    /// <summary>Most bytes that are read, unpacked.</summary>
    public long MostBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Time for all of it, redirects too.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}

/// <summary>What is handed to another site.</summary>
public sealed record OutboundContent
{
    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Kind of content, with its parameters.</summary>
    public required string ContentType { get; init; }

    /// <summary><c>POST</c> or <c>PUT</c>.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Further headers, such as one with a key.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What came of it.</summary>
public sealed record OutboundAnswer
{
    /// <summary>How it went.</summary>
    public required OutboundResult Result { get; init; }

    /// <summary>Status code, where the site answered.</summary>
    public int? Status { get; init; }

    /// <summary>Address it ended at, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>What was read; empty where nothing was.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Kind of content as the site says, without parameters.</summary>
    public string? ContentType { get; init; }

    /// <summary>Tag for the next request.</summary>
    public string? ETag { get; init; }

    /// <summary>How long the site asks to wait before the next request; null where it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When it was last changed, as the site says.</summary>
    public DateTimeOffset? LastModified { get; init; }
}

/// <summary>How a request to another site went.</summary>
public enum OutboundResult
{
    /// <summary>It is there.</summary>
    Read,

    /// <summary>It is as it was.</summary>
    NotModified,

    /// <summary>No address of the web, or one with a password in it.</summary>
    BadAddress,

    /// <summary>It leads into a local network or to this machine, and was not asked.</summary>
    PrivateAddress,

    /// <summary>No such name.</summary>
    UnknownHost,

    /// <summary>Nobody answers, not in time, or not in a way that can be understood.</summary>
    NoAnswer,

    /// <summary>The site answers with a status that says no.</summary>
    BadStatus,

    /// <summary>It is larger than allowed.</summary>
    TooLarge,

    /// <summary>It leads from one address to the next without end.</summary>
    TooManyRedirects,
}
