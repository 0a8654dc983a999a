namespace Portal.Tenancy.Services;

/// <summary>
/// Keeps two processes from setting up the same tenant, by a file that is locked meanwhile. A file that is there and not locked was
/// left by a process that died, and so was what lies beside it.
/// </summary>
internal sealed class TenantClaim : IDisposable
{
    private readonly FileStream file;

    private TenantClaim(FileStream file, bool wasLeftBehind) => (this.file, WasLeftBehind) = (file, wasLeftBehind);

    /// <summary>True when an earlier process died while it set up this tenant.</summary>
    public bool WasLeftBehind { get; }

    /// <summary>Claims a tenant; null when another process is setting it up now.</summary>
    public static TenantClaim? Take(string tenantsFolder, string name)
    {
        System.IO.Directory.CreateDirectory(tenantsFolder);
        var path = Path.Combine(tenantsFolder, $".{name}.setting-up");
        var wasThere = File.Exists(path);
        try
        {
            return new TenantClaim(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), wasThere);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        File.Delete(file.Name);
        file.Dispose();
    }
}
