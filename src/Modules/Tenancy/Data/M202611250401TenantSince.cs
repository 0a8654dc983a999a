using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Tenancy.Data;

/// <summary>Tells a tenant from an earlier one of the same name.</summary>
[DbContext(typeof(TenancyDbContext))]
[Migration("202611250401_TenantSince")]
internal sealed class M202611250401TenantSince : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.AddColumn<long>("Since", "tenancy_tenants", nullable: false, defaultValue: 0L);
}
