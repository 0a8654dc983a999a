using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>Photos of groups, and what they show.</summary>
[Migration("202611250502_VolunteersPhotos")]
internal sealed class M202611250502VolunteersPhotos : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("PhotoId", "directory_listings", maxLength: Ids.Length, nullable: true);
        migrationBuilder.AddColumn<string>("PhotoAlt", "directory_listing_texts", nullable: true);
        migrationBuilder.CreateTable(
            "directory_photos",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                ContentType = table.Column<string>(maxLength: 20),
                Width = table.Column<int>(),
                Height = table.Column<int>(),
                Bytes = table.Column<byte[]>(),
                UnusedSince = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_directory_photos", row => row.Id));
    }
}
