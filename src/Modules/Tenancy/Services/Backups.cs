using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;
using Portal.Tenancy.Data;
using Portal.Tenancy.Domain;

namespace Portal.Tenancy.Services;

internal sealed class Backups(
    TenancyDbContext db, TenantDatabases databases, PlatformDatabase database, SqliteCopy sqlite, PostgresCopy postgres, TenantRegistry registry, TenantProfiles profiles, LostIndex index, TimeProvider clock)
    : IBackups
{
    private const string ManifestEntry = "backup.json";
    private const string PlatformEntry = "platform.json";
    private const string MediaFolder = "media/";

    public Task<string> BackUpAsync(Tenant tenant, string folder, CancellationToken cancellationToken)
        => WriteAsync(tenant.Name, folder, async zip =>
        {
            var manifest = new BackupManifest { Tenant = tenant.Name, Host = tenant.Host, Prefix = tenant.Prefix, Kind = databases.Kind, WrittenAt = clock.GetUtcNow(), Migration = await LastMigrationAsync(tenant, cancellationToken) };
            await WriteJsonAsync(zip, ManifestEntry, manifest, cancellationToken);
            if (databases.Kind == DatabaseKind.Sqlite) await sqlite.WriteAsync(tenant, zip, cancellationToken);
            else await postgres.WriteAsync(tenant, zip, cancellationToken);
            var media = Path.Combine(databases.FolderOf(tenant.Name), "media");
            if (!System.IO.Directory.Exists(media)) return;
            foreach (var file in System.IO.Directory.EnumerateFiles(media, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                await zip.CreateEntryFromFileAsync(file, MediaFolder + Path.GetRelativePath(media, file).Replace('\\', '/'), CompressionLevel.Fastest, cancellationToken);
        });

    public Task<string> BackUpPlatformAsync(string folder, CancellationToken cancellationToken)
        => WriteAsync("platform", folder, async zip => await WriteJsonAsync(zip, PlatformEntry, new PlatformBackup
        {
            Tenants = await db.Tenants.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken),
            Keys = await db.Keys.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken),
        }, cancellationToken));

    public Task CheckDatabaseAsync(Tenant tenant, CancellationToken cancellationToken)
        => databases.Kind == DatabaseKind.Sqlite ? sqlite.CheckAsync(tenant, cancellationToken) : postgres.CheckAsync(tenant, cancellationToken);

    public async Task<Tenant?> RestoreAsync(Restore restore, CancellationToken cancellationToken)
    {
        await using var zip = await OpenAsync(restore.File, cancellationToken);
        if (zip.GetEntry(PlatformEntry) is { } platform)
        {
            await AddKeysAsync(await ReadJsonAsync<PlatformBackup>(platform, cancellationToken), cancellationToken);
            return null;
        }

        var manifest = zip.GetEntry(ManifestEntry) is { } entry ? await ReadJsonAsync<BackupManifest>(entry, cancellationToken) : throw new TenantException($"'{restore.File}' is no backup of a tenant.");
        if (manifest.Kind != databases.Kind) throw new TenantException($"The backup was made on {manifest.Kind} and cannot be read into {databases.Kind}. A recipe can: see 'recipe export'.");

        var name = restore.Name ?? manifest.Tenant;
        registry.Forget();
        var existing = await registry.FindAsync(name, cancellationToken);
        if (existing is not null && !restore.Overwrite) throw new TenantIsThereException(name);
        var tenant = existing ?? await CheckNewAsync(restore, manifest, name, cancellationToken);
        if (existing is not null) await BackUpAsync(existing, Path.Combine(databases.DataFolder, "backups"), cancellationToken);

        try
        {
            if (databases.Kind == DatabaseKind.Sqlite) await sqlite.ReadAsync(tenant, zip, cancellationToken);
            else await postgres.ReadAsync(tenant, zip, manifest.Migration, cancellationToken);
            await database.CreateAsync(tenant, cancellationToken);
            await index.FillAsync(tenant, cancellationToken);
            ReadMedia(tenant, zip);
            if (existing is null) await AddAsync(tenant, cancellationToken);
        }
        catch when (existing is null)
        {
            await database.DropAsync(tenant, CancellationToken.None);
            throw;
        }

        profiles.Forget(name);
        registry.Forget();
        return tenant;
    }

    private async Task<Tenant> CheckNewAsync(Restore restore, BackupManifest manifest, string name, CancellationToken cancellationToken)
    {
        var isRenamed = name != manifest.Tenant;
        var host = restore.Host ?? (isRenamed ? null : manifest.Host);
        var wanted = new NewTenant { Name = name, Recipe = restore.File, Host = host, Prefix = restore.Prefix ?? (isRenamed ? host is null ? name : null : manifest.Prefix) };
        var faults = TenantRules.Check(wanted, [.. await registry.ListAsync(cancellationToken)]);
        if (faults.Count > 0) throw new TenantException(string.Join(" ", faults.Select(fault => fault.Message)));
        var tenant = new Tenant { Name = name, Host = wanted.Host, Prefix = wanted.Prefix };
        if (await database.ExistsAsync(tenant, cancellationToken)) throw new TenantException($"There is data of a tenant '{name}' that is in no list. Look at it, and move it away.");
        return tenant;
    }

    private async Task AddAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        db.Tenants.Add(new TenantRow { Name = tenant.Name, Host = tenant.Host, Prefix = tenant.Prefix, Since = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddKeysAsync(PlatformBackup backup, CancellationToken cancellationToken)
    {
        var known = await db.Keys.Select(row => row.Name).ToListAsync(cancellationToken);
        db.Keys.AddRange(backup.Keys.Where(key => !known.Contains(key.Name)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private void ReadMedia(Tenant tenant, ZipArchive zip)
    {
        var media = Path.Combine(databases.FolderOf(tenant.Name), "media");
        if (System.IO.Directory.Exists(media)) System.IO.Directory.Delete(media, recursive: true);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(MediaFolder, StringComparison.Ordinal)))
        {
            var target = Path.GetFullPath(Path.Combine(media, entry.FullName[MediaFolder.Length..]));
            if (!target.StartsWith(media + Path.DirectorySeparatorChar, StringComparison.Ordinal)) continue; // a name that leads out of the folder
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            entry.ExtractToFile(target);
        }
    }

    private async Task<string> LastMigrationAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await using var context = database.Open(tenant);
        return (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).Max(StringComparer.Ordinal)!;
    }

    /// <summary>Writes a file whole or not at all.</summary>
    private async Task<string> WriteAsync(string name, string folder, Func<ZipArchive, Task> write)
    {
        System.IO.Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{name}-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.zip");
        for (var number = 2; File.Exists(file); number++)
            file = Path.Combine(folder, $"{name}-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{number.ToString(CultureInfo.InvariantCulture)}.zip");
        var unfinished = file + ".unfinished";
        try
        {
            await using (var zip = await ZipFile.OpenAsync(unfinished, ZipArchiveMode.Create)) await write(zip);
            File.Move(unfinished, file);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return file;
    }

    private static async Task<ZipArchive> OpenAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await ZipFile.OpenReadAsync(file, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new TenantException($"The backup cannot be read. {problem.Message}");
        }
    }

    private static async Task WriteJsonAsync<T>(ZipArchive zip, string name, T value, CancellationToken cancellationToken)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(stream, value, PortalJson.Indented, cancellationToken);
    }

    private static async Task<T> ReadJsonAsync<T>(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        await using var stream = await entry.OpenAsync(cancellationToken);
        return (await JsonSerializer.DeserializeAsync<T>(stream, PortalJson.Options, cancellationToken))!;
    }
}

/// <summary>What a backup says of itself.</summary>
internal sealed record BackupManifest
{
    public required string Tenant { get; init; }

    public string? Host { get; init; }

    public string? Prefix { get; init; }

    public required DatabaseKind Kind { get; init; }

    /// <summary>The newest migration its tables have.</summary>
    public required string Migration { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
}

internal sealed record PlatformBackup
{
    public required IReadOnlyList<TenantRow> Tenants { get; init; }

    public required IReadOnlyList<KeyRow> Keys { get; init; }
}
