namespace Portal.Directory.Services.Kept;

/// <summary>The address of a shortlist, with the ids in it, so that it can be given to somebody.</summary>
internal static class KeptAddress
{
    /// <summary>Name of the ids in the address.</summary>
    public const string Parameter = "groups";

    private const char Between = ',';

    /// <summary>The address inside the tenant.</summary>
    public static string Of(IEnumerable<string> ids) => Of("/kept", ids);

    /// <summary>A path with ids.</summary>
    public static string Of(string path, IEnumerable<string> ids) => $"{path}?{Parameter}={string.Join(Between, ids)}";

    /// <summary>The ids in an address.</summary>
    public static IReadOnlyList<string> Read(string? value) => KeptCookie.Read(value, Between);
}
