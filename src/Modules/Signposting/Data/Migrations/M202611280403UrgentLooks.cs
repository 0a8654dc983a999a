using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Looks into records of other teams, in an emergency.</summary>
[Migration("202611280403_UrgentLooks")]
internal sealed class M202611280403UrgentLooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signposting_urgent_looks",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PersonId = table.Column<string>(maxLength: Ids.Length),
                UserId = table.Column<string>(maxLength: 80),
                At = table.Column<DateTime>(),
                Until = table.Column<DateTime>(),
                SealedReason = table.Column<string>(),
                SeenAt = table.Column<DateTime>(nullable: true),
                SeenBy = table.Column<string>(maxLength: 80, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_signposting_urgent_looks", row => row.Id));
        migrationBuilder.CreateIndex("IX_signposting_urgent_looks_PersonId_UserId", "signposting_urgent_looks", ["PersonId", "UserId"]);
        migrationBuilder.CreateIndex("IX_signposting_urgent_looks_At", "signposting_urgent_looks", "At");
    }
}
