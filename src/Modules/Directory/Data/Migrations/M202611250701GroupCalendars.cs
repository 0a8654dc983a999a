using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>The calendars that groups keep somewhere else.</summary>
[Migration("202611250701_GroupCalendars")]
internal sealed class M202611250701GroupCalendars : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_group_calendars",
            table => new
            {
                ListingId = table.Column<string>(maxLength: Ids.Length),
                Address = table.Column<string>(maxLength: 1000),
                Dates = table.Column<string>(),
                ReadAt = table.Column<DateTime>(nullable: true),
                WorkedOutAt = table.Column<DateTime>(nullable: true),
                TriedAt = table.Column<DateTime>(nullable: true),
                NextTryAt = table.Column<DateTime>(),
                Failure = table.Column<string>(maxLength: 40, nullable: true),
                Failures = table.Column<int>(),
                Faults = table.Column<string>(),
                ETag = table.Column<string>(maxLength: 300, nullable: true),
                LastModified = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_group_calendars", row => row.ListingId);
                table.ForeignKey("FK_directory_group_calendars_ListingId", row => row.ListingId, "directory_listings", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_group_calendars_NextTryAt", "directory_group_calendars", "NextTryAt");
    }
}
