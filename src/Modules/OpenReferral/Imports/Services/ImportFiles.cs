using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>The files of runs, kept in the tenant's folder until the run is over, so that a run can go on after a crash.</summary>
internal sealed class ImportFiles(TenantDatabases databases, TenantContext tenant)
{
    /// <summary>Largest file that can be brought on a page: 100 MB. The command line has no limit.</summary>
    public const long MaxLength = 100L * 1024 * 1024;

    private string FolderOf(string runId) => Path.Combine(databases.FolderOf(tenant.Tenant.Name), "imports", runId);

    /// <summary>The files of a run in order.</summary>
    public IReadOnlyList<string> Of(string runId)
        => System.IO.Directory.Exists(FolderOf(runId)) ? [.. System.IO.Directory.GetFiles(FolderOf(runId), "*.part").Order(StringComparer.Ordinal)] : [];

    public long LengthOf(string runId) => Of(runId).Sum(file => new FileInfo(file).Length);

    /// <summary>Keeps a file as the next of a run: it is there whole or not at all.</summary>
    public async Task AddAsync(string runId, int number, Stream content, CancellationToken cancellationToken)
    {
        var folder = System.IO.Directory.CreateDirectory(FolderOf(runId)).FullName;
        var file = Path.Combine(folder, number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture) + ".part");
        await using (var target = new FileStream(file + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true)) await content.CopyToAsync(target, cancellationToken);
        File.Move(file + ".new", file, overwrite: true);
    }

    public FileStream Open(string runId) => new(Of(runId)[0], FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);

    /// <summary>Throws the files of a run away.</summary>
    public void Delete(string runId)
    {
        if (System.IO.Directory.Exists(FolderOf(runId))) System.IO.Directory.Delete(FolderOf(runId), recursive: true);
    }

    /// <summary>Whether the files of a run may still be needed.</summary>
    public static bool AreNeeded(RunState state) => state is RunState.Mapping or RunState.Waiting or RunState.Reading or RunState.Review;
}
