using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Tenants;

namespace Portal.Tenancy.Data;

/// <summary>The platform's own database: which tenants there are, the keys that protect cookies and links, and reference data that all tenants read.</summary>
internal sealed class TenancyDbContext(DbContextOptions<TenancyDbContext> options) : DbContext(options)
{
    public DbSet<TenantRow> Tenants => Set<TenantRow>();

    public DbSet<KeyRow> Keys => Set<KeyRow>();

    public DbSet<SharedBlock> Blocks => Set<SharedBlock>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TenantRow>(tenant =>
        {
            tenant.ToTable("tenancy_tenants");
            tenant.HasKey(row => row.Name);
            tenant.Property(row => row.Name).HasMaxLength(40);
            tenant.Property(row => row.State).HasConversion<string>();
        });
        modelBuilder.Entity<KeyRow>(key =>
        {
            key.ToTable("tenancy_keys");
            key.HasKey(row => row.Name);
            key.Property(row => row.Name).HasMaxLength(100);
        });
        modelBuilder.Entity<SharedBlock>(block =>
        {
            block.ToTable("tenancy_blocks");
            block.HasKey(row => new { row.Kind, row.Key });
            block.Property(row => row.Kind).HasMaxLength(40);
            block.Property(row => row.Key).HasMaxLength(40);
        });
    }
}

/// <summary>A tenant as stored.</summary>
internal sealed class TenantRow
{
    public required string Name { get; init; }

    public string? Host { get; set; }

    public string? Prefix { get; set; }

    public TenantState State { get; set; }

    public string? ConnectionString { get; set; }

    /// <summary>When it was made, in milliseconds since 1970: a tenant that was removed and made again under its name is another one. 0 for those made before this was kept.</summary>
    public long Since { get; init; }

    public Tenant ToTenant() => new() { Name = Name, Host = Host, Prefix = Prefix, State = State, ConnectionString = ConnectionString };
}

/// <summary>A key of ASP.NET Core Data Protection, as XML.</summary>
internal sealed class KeyRow
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

[DbContext(typeof(TenancyDbContext))]
[Migration("202611220001_Tenancy")]
internal sealed class M202611220001Tenancy : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "tenancy_tenants",
            table => new
            {
                Name = table.Column<string>(maxLength: 40),
                Host = table.Column<string>(nullable: true),
                Prefix = table.Column<string>(nullable: true),
                State = table.Column<string>(),
                ConnectionString = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_tenancy_tenants", row => row.Name));
        migrationBuilder.CreateTable(
            "tenancy_keys",
            table => new { Name = table.Column<string>(maxLength: 100), Xml = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_tenancy_keys", row => row.Name));
    }
}
