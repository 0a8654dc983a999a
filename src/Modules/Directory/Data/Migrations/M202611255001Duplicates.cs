using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Directory.Data.Migrations;

/// <summary>Listings that may be one group, and where the page of one that was joined with another has gone.</summary>
[Migration("202611255001_Duplicates")]
internal sealed class M202611255001Duplicates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("MergedIntoId", "directory_listings", maxLength: Ids.Length, nullable: true);
        migrationBuilder.CreateIndex("IX_directory_listings_MergedIntoId", "directory_listings", "MergedIntoId");
        migrationBuilder.CreateTable(
            "directory_duplicates",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                FirstId = table.Column<string>(maxLength: Ids.Length),
                SecondId = table.Column<string>(maxLength: Ids.Length),
                Points = table.Column<int>(),
                Reasons = table.Column<string>(),
                FoundAt = table.Column<DateTime>(),
                ByHand = table.Column<bool>(),
                State = table.Column<string>(maxLength: 20),
                DecidedAt = table.Column<DateTime>(nullable: true),
                DecidedBy = table.Column<string>(nullable: true),
                KeptId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                KeptEntry = table.Column<long>(nullable: true),
                OtherEntry = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_directory_duplicates", row => row.Id));
        migrationBuilder.CreateIndex("IX_directory_duplicates_FirstId_SecondId", "directory_duplicates", ["FirstId", "SecondId"], unique: true);
        migrationBuilder.CreateIndex("IX_directory_duplicates_State_FoundAt", "directory_duplicates", ["State", "FoundAt"]);
    }
}
