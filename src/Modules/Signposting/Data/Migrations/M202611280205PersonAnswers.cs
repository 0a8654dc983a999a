using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>What people say on their own plans, and when these were opened.</summary>
[Migration("202611280205_PersonAnswers")]
internal sealed class M202611280205PersonAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signposting_answers",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PlanId = table.Column<string>(maxLength: Ids.Length),
                StepId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                Kind = table.Column<string>(maxLength: 20),
                At = table.Column<DateTime>(),
                SealedText = table.Column<string>(nullable: true),
                TakenBackAt = table.Column<DateTime>(nullable: true),
                SeenAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_answers", row => row.Id);
                table.ForeignKey("FK_signposting_answers_signposting_plans_PlanId", row => row.PlanId, "signposting_plans", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_answers_PlanId_At", "signposting_answers", ["PlanId", "At"]);

        migrationBuilder.CreateTable(
            "signposting_openings",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                ShareId = table.Column<string>(maxLength: Ids.Length),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_openings", row => row.Id);
                table.ForeignKey("FK_signposting_openings_signposting_shares_ShareId", row => row.ShareId, "signposting_shares", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_openings_ShareId_At", "signposting_openings", ["ShareId", "At"]);
    }
}
