using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>Claims of pages that nobody keeps.</summary>
[Migration("202611250503_VolunteersClaims")]
internal sealed class M202611250503VolunteersClaims : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "directory_claims",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                ListingId = table.Column<string>(maxLength: Ids.Length),
                Email = table.Column<string>(maxLength: 320),
                Language = table.Column<string>(maxLength: 20),
                Words = table.Column<string>(nullable: true),
                At = table.Column<DateTime>(),
                State = table.Column<string>(maxLength: 20),
                CodeHash = table.Column<string>(maxLength: 64, nullable: true),
                DecidedAt = table.Column<DateTime>(nullable: true),
                DecidedBy = table.Column<string>(nullable: true),
                Answer = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_directory_claims", row => row.Id));
        migrationBuilder.CreateIndex("IX_directory_claims_ListingId_At", "directory_claims", ["ListingId", "At"]);
        migrationBuilder.CreateIndex("IX_directory_claims_CodeHash", "directory_claims", "CodeHash", unique: true);
        migrationBuilder.CreateIndex("IX_directory_claims_State_At", "directory_claims", ["State", "At"]);
    }
}
