namespace Portal.Directory.Domain;

/// <summary>Only addresses of the web may stand in a link.</summary>
internal static class WebAddress
{
    /// <summary>True for a whole http or https address.</summary>
    public static bool IsOne(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    /// <summary>The address, or null and an error.</summary>
    public static string? Read(string? address, string field, Action<string> error)
    {
        if (string.IsNullOrEmpty(address)) return null;
        if (IsOne(address)) return address;
        error($"{field} '{address}' is no address that begins with https:// or http://.");
        return null;
    }
}
