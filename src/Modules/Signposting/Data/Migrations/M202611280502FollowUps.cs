using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>How steps went.</summary>
[Migration("202611280502_FollowUps")]
internal sealed class M202611280502FollowUps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signposting_follow_ups",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PlanId = table.Column<string>(maxLength: Ids.Length),
                StepId = table.Column<string>(maxLength: Ids.Length),
                ById = table.Column<string>(maxLength: 80),
                At = table.Column<DateTime>(),
                Attended = table.Column<bool>(nullable: true),
                Reason = table.Column<string>(maxLength: 20, nullable: true),
                DidHelp = table.Column<string>(maxLength: 20, nullable: true),
                SealedWords = table.Column<string>(nullable: true),
                TakenBackAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_follow_ups", row => row.Id);
                table.ForeignKey("FK_signposting_follow_ups_signposting_plans_PlanId", row => row.PlanId, "signposting_plans", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_follow_ups_PlanId_At", "signposting_follow_ups", ["PlanId", "At"]);
    }
}
