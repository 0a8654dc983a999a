using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>When groups were asked whether their page is still right, and the links in those letters.</summary>
[Migration("202611254001_Freshness")]
internal sealed class M202611254001Freshness : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_freshness",
            table => new
            {
                ListingId = table.Column<string>(maxLength: Ids.Length),
                AskedOn = table.Column<DateOnly>(nullable: true),
                TimesAsked = table.Column<int>(),
                HiddenOn = table.Column<DateOnly>(nullable: true),
                PutOffUntil = table.Column<DateOnly>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_freshness", row => row.ListingId);
                table.ForeignKey("FK_directory_freshness_ListingId", row => row.ListingId, "directory_listings", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateTable(
            "directory_still_right_links",
            table => new
            {
                CodeHash = table.Column<string>(maxLength: 64),
                ListingId = table.Column<string>(maxLength: Ids.Length),
                Email = table.Column<string>(maxLength: 320),
                Name = table.Column<string>(maxLength: 320),
                IsKeepers = table.Column<bool>(),
                ExpiresAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_still_right_links", row => row.CodeHash);
                table.ForeignKey("FK_directory_still_right_links_ListingId", row => row.ListingId, "directory_listings", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_still_right_links_ExpiresAt", "directory_still_right_links", "ExpiresAt");
        migrationBuilder.CreateIndex("IX_directory_still_right_links_ListingId", "directory_still_right_links", "ListingId");
    }
}
