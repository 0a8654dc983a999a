using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Two records of one person made one.</summary>
[Migration("202611280404_Merges")]
internal sealed class M202611280404Merges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("MergedIntoId", "signposting_people", maxLength: Ids.Length, nullable: true);
        migrationBuilder.CreateIndex("IX_signposting_people_MergedIntoId", "signposting_people", "MergedIntoId");
        migrationBuilder.CreateTable(
            "signposting_merges",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                KeptId = table.Column<string>(maxLength: Ids.Length),
                GoneId = table.Column<string>(maxLength: Ids.Length),
                At = table.Column<DateTime>(),
                By = table.Column<string>(maxLength: 80),
                KeptRevision = table.Column<int>(),
                UndoneAt = table.Column<DateTime>(nullable: true),
                SealedBefore = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_signposting_merges", row => row.Id));
        migrationBuilder.CreateIndex("IX_signposting_merges_KeptId", "signposting_merges", "KeptId");
        migrationBuilder.CreateIndex("IX_signposting_merges_GoneId", "signposting_merges", "GoneId");
    }
}
