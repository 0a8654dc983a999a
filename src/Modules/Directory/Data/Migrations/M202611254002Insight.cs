using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>What visitors look at and look for, as numbers.</summary>
[Migration("202611254002_Insight")]
internal sealed class M202611254002Insight : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_visit_counts",
            table => new
            {
                ListingId = table.Column<string>(maxLength: Ids.Length),
                Week = table.Column<DateOnly>(),
                Kind = table.Column<string>(maxLength: 20),
                Count = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_visit_counts", row => new { row.ListingId, row.Week, row.Kind });
                table.ForeignKey("FK_directory_visit_counts_ListingId", row => row.ListingId, "directory_listings", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_visit_counts_Week", "directory_visit_counts", "Week");
        migrationBuilder.CreateTable(
            "directory_vain_searches",
            table => new
            {
                Day = table.Column<DateOnly>(),
                Words = table.Column<string>(maxLength: 120),
                Count = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_directory_vain_searches", row => new { row.Day, row.Words }));
        migrationBuilder.CreateTable(
            "directory_unmet_needs",
            table => new
            {
                Week = table.Column<DateOnly>(),
                Category = table.Column<string>(maxLength: 120),
                Area = table.Column<string>(maxLength: 120),
                Count = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_directory_unmet_needs", row => new { row.Week, row.Category, row.Area }));
    }
}
