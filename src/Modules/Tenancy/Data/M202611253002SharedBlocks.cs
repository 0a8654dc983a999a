using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Tenancy.Data;

/// <summary>A place for reference data that all tenants read: postcodes, towns.</summary>
[DbContext(typeof(TenancyDbContext))]
[Migration("202611253002_SharedBlocks")]
internal sealed class M202611253002SharedBlocks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.CreateTable(
            "tenancy_blocks",
            table => new { Kind = table.Column<string>(maxLength: 40), Key = table.Column<string>(maxLength: 40), Data = table.Column<byte[]>() },
            constraints: table => table.PrimaryKey("PK_tenancy_blocks", row => new { row.Kind, row.Key }));
}
