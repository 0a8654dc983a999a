using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Platform.Data;

/// <summary>One named value of a tenant, as JSON.</summary>
public sealed class Setting
{
    /// <summary>Name of the row that holds <see cref="Tenants.TenantSettings"/>.</summary>
    public const string Site = "site";

    /// <summary>Name of the row that holds the ids of the features switched on.</summary>
    public const string Features = "features";

    /// <summary>Name of the value.</summary>
    public required string Name { get; init; }

    /// <summary>The value as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>Reads one value out of rows already read.</summary>
    public static T Read<T>(IEnumerable<Setting> rows, string name, T otherwise)
        => rows.FirstOrDefault(row => row.Name == name) is { } row ? JsonSerializer.Deserialize<T>(row.Json, PortalJson.Options)! : otherwise;

    /// <summary>Reads one value of the tenant.</summary>
    public static async Task<T> ReadAsync<T>(PortalDbContext db, string name, T otherwise, CancellationToken cancellationToken = default)
        => Read(await db.Set<Setting>().AsNoTracking().Where(row => row.Name == name).ToListAsync(cancellationToken), name, otherwise);

    /// <summary>Sets one value of the tenant; the caller saves. A value that is already so is left alone.</summary>
    public static async Task WriteAsync<T>(PortalDbContext db, string name, T value, CancellationToken cancellationToken = default)
    {
        var json = JsonSerializer.Serialize(value, PortalJson.Options);
        var row = await db.Set<Setting>().FindAsync([name], cancellationToken);
        if (row is null) db.Add(new Setting { Name = name, Json = json });
        else if (row.Json != json) row.Json = json;
    }
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("platform_settings");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(80);
    }
}
