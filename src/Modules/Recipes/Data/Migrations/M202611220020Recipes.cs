using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Recipes.Data.Migrations;

[Migration("202611220020_Recipes")]
internal sealed class M202611220020Recipes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.CreateTable(
            "recipes_imported",
            table => new
            {
                VersionId = table.Column<string>(maxLength: 80),
                ItemId = table.Column<string>(maxLength: 80),
                SetId = table.Column<string>(maxLength: 80),
                IsMaster = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_recipes_imported", row => new { row.VersionId, row.ItemId }));
}
