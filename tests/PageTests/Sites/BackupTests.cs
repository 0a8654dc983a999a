using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Directory;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Sites;

/// <summary>A backup holds all of a tenant and is read back while the sites run.</summary>
public sealed class BackupTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_backup_read_into_a_new_tenant_is_the_same_site(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        await WriteMediaAsync(site, "one.png");
        var folder = NewFolder();
        var file = await BackUpAsync(site, folder);
        var name = "t" + Ids.Secret(12);

        await RestoreAsync(site.Host, new Restore { File = file, Name = name });

        var copy = await TestSite.OpenAsync(site.Host, name);
        (await ExportAsync(copy, folder)).ShouldBe(await ExportAsync(site, folder));
        (await copy.Visitor.GetAsync("/groups?q=Shipley+Singers")).Text.ShouldContain("Shipley Singers");
        (await copy.Visitor.Client.GetAsync("media/one.png")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await copy.RunAsync(services => services.GetRequiredService<AuditLog>().FindBreakAsync(default))).ShouldBeNull();

        // Two sites from now on: a change of one is none of the other, and new rows find free numbers.
        await ChangeAsync(copy, "Copied");
        (await SettingAsync(site)).ShouldBeNull();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_backup_put_over_a_running_site_is_seen_by_the_next_request_and_what_was_there_is_kept(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var folder = NewFolder();
        var file = await BackUpAsync(site, folder);
        await ChangeAsync(site, "late");
        await WriteMediaAsync(site, "late.png");
        (await site.Visitor.Client.GetAsync("media/late.png")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Should.ThrowAsync<TenantIsThereException>(() => RestoreAsync(site.Host, new Restore { File = file }));
        (await SettingAsync(site)).ShouldBe("late");
        await RestoreAsync(site.Host, new Restore { File = file, Overwrite = true });

        (await SettingAsync(site)).ShouldBeNull();
        (await site.Visitor.GetAsync("/groups?q=Shipley+Singers")).Text.ShouldContain("Shipley Singers");
        (await site.Visitor.Client.GetAsync("media/late.png")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var kept = System.IO.Directory.GetFiles(Path.Combine(site.Host.DataFolder, "backups"), site.Tenant.Name + "-*.zip").ShouldHaveSingleItem();
        await RestoreAsync(site.Host, new Restore { File = kept, Overwrite = true });
        (await SettingAsync(site)).ShouldBe("late");
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_backup_that_is_damaged_changes_nothing(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var folder = NewFolder();
        var file = await BackUpAsync(site, folder);
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName is "portal.db" or "tables.json").ToList()) entry.Delete();
        }

        await ChangeAsync(site, "still here");
        await Should.ThrowAsync<TenantException>(() => RestoreAsync(site.Host, new Restore { File = file, Overwrite = true }));
        (await SettingAsync(site)).ShouldBe("still here");

        var name = "t" + Ids.Secret(12);
        await Should.ThrowAsync<TenantException>(() => RestoreAsync(site.Host, new Restore { File = file, Name = name }));
        (await site.Host.Services.GetRequiredService<ITenants>().FindAsync(name)).ShouldBeNull();
        System.IO.Directory.Exists(Path.Combine(site.Host.DataFolder, "tenants", name)).ShouldBeFalse();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_tenant_whose_name_looks_like_a_restore_is_left_alone(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var folder = NewFolder();
        var file = await BackUpAsync(site, folder);
        await RestoreAsync(site.Host, new Restore { File = file, Name = site.Tenant.Name + "-restore" });
        var neighbour = await TestSite.OpenAsync(site.Host, site.Tenant.Name + "-restore");
        await ChangeAsync(neighbour, "mine");

        await RestoreAsync(site.Host, new Restore { File = file, Overwrite = true });

        (await SettingAsync(neighbour)).ShouldBe("mine");
        System.IO.Directory.Delete(folder, recursive: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task With_the_keys_another_machine_reads_what_was_encrypted(DatabaseKind kind)
    {
        var folder = NewFolder();
        await using var lost = await PortalHost.StartAsync(kind);
        await using var replacement = await PortalHost.StartAsync(kind);
        var site = await TestSite.CreateAsync(lost);
        var secret = await site.RunAsync(services => Task.FromResult(Protector(services).Protect("a note")));
        var file = await BackUpAsync(site, folder);
        await using var scope = lost.Services.CreateAsyncScope();
        var keys = await scope.ServiceProvider.GetRequiredService<IBackups>().BackUpPlatformAsync(folder, default);

        await RestoreAsync(replacement, new Restore { File = keys });
        await RestoreAsync(replacement, new Restore { File = file });

        var again = await TestSite.OpenAsync(replacement, site.Tenant.Name);
        (await again.RunAsync(services => Task.FromResult(Protector(services).Unprotect(secret)))).ShouldBe("a note");
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static string NewFolder() => System.IO.Directory.CreateTempSubdirectory("portal-backup-").FullName;

    private static async Task<string> BackUpAsync(TestSite site, string folder)
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IBackups>().BackUpAsync(site.Tenant, folder, default);
    }

    private static async Task RestoreAsync(PortalHost host, Restore restore)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IBackups>().RestoreAsync(restore, default);
    }

    private static async Task<string> ExportAsync(TestSite site, string folder)
    {
        var file = Path.Combine(folder, site.Tenant.Name + ".json");
        await site.RunAsync(services => services.GetRequiredService<IRecipes>().ExportAsync(file, default));
        return await File.ReadAllTextAsync(file);
    }

    /// <summary>A change with an entry of the audit trail, whose rows are numbered by the database.</summary>
    private static Task ChangeAsync(TestSite site, string text) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        services.GetRequiredService<AuditLog>().Record("test.changed", "test", "1", after: new { text });
        await Setting.WriteAsync(db, "test", text);
        await db.SaveChangesAsync();
    });

    private static Task<string?> SettingAsync(TestSite site) => site.RunAsync(services => Setting.ReadAsync<string?>(services.GetRequiredService<PortalDbContext>(), "test", null));

    private static async Task WriteMediaAsync(TestSite site, string name)
    {
        var media = System.IO.Directory.CreateDirectory(Path.Combine(site.Host.DataFolder, "tenants", site.Tenant.Name, "media"));
        await File.WriteAllBytesAsync(Path.Combine(media.FullName, name), [0x89, 0x50]);
    }
}
