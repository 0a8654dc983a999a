using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Plans, their steps and the links to them.</summary>
[Migration("202611220090_Signposting")]
internal sealed class M202611220090Signposting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signposting_plans",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                WorkerId = table.Column<string>(maxLength: 80),
                Language = table.Column<string>(maxLength: 20),
                SealedName = table.Column<string>(),
                SealedMatters = table.Column<string>(),
                CreatedAt = table.Column<DateTime>(),
                ChangedAt = table.Column<DateTime>(),
                ClosedAt = table.Column<DateTime>(nullable: true),
                RemovedAt = table.Column<DateTime>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_signposting_plans", row => row.Id));
        migrationBuilder.CreateIndex("IX_signposting_plans_WorkerId_ChangedAt", "signposting_plans", ["WorkerId", "ChangedAt"]);

        migrationBuilder.CreateTable(
            "signposting_steps",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PlanId = table.Column<string>(maxLength: Ids.Length),
                Order = table.Column<int>(),
                Kind = table.Column<string>(maxLength: 20),
                ItemId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                SealedTitle = table.Column<string>(nullable: true),
                SealedNote = table.Column<string>(nullable: true),
                RemovedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_steps", row => row.Id);
                table.ForeignKey("FK_signposting_steps_signposting_plans_PlanId", row => row.PlanId, "signposting_plans", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_steps_PlanId", "signposting_steps", "PlanId");

        migrationBuilder.CreateTable(
            "signposting_shares",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PlanId = table.Column<string>(maxLength: Ids.Length),
                CodeHash = table.Column<string>(maxLength: 64),
                CreatedAt = table.Column<DateTime>(),
                LastDay = table.Column<DateOnly>(),
                EndedAt = table.Column<DateTime>(nullable: true),
                Openings = table.Column<int>(),
                LastOpenedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_shares", row => row.Id);
                table.ForeignKey("FK_signposting_shares_signposting_plans_PlanId", row => row.PlanId, "signposting_plans", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_shares_PlanId", "signposting_shares", "PlanId");
        migrationBuilder.CreateIndex("IX_signposting_shares_CodeHash", "signposting_shares", "CodeHash", unique: true);
    }
}
