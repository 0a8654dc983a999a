using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>How the websites of groups were when they were last looked at.</summary>
[Migration("202611255002_WebsiteChecks")]
internal sealed class M202611255002WebsiteChecks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_website_checks",
            table => new
            {
                ListingId = table.Column<string>(maxLength: Ids.Length),
                Address = table.Column<string>(),
                TriedAt = table.Column<DateTime>(nullable: true),
                NextTryAt = table.Column<DateTime>(),
                Failure = table.Column<string>(maxLength: 40, nullable: true),
                Failures = table.Column<int>(),
                FailingSince = table.Column<DateTime>(nullable: true),
                Print = table.Column<long>(nullable: true),
                ChangedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_directory_website_checks", row => row.ListingId);
                table.ForeignKey("FK_directory_website_checks_ListingId", row => row.ListingId, "directory_listings", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_directory_website_checks_NextTryAt", "directory_website_checks", "NextTryAt");
    }
}
