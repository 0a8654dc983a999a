using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Strengths, best hopes, goals, who does what when, and when it is looked at again.</summary>
[Migration("202611280501_PlanInDepth")]
internal sealed class M202611280501PlanInDepth : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var column in new[] { "SealedStrengths", "SealedHopes", "SealedAgreedWith" }) migrationBuilder.AddColumn<string>(column, "signposting_plans", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("AgreedOn", "signposting_plans", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("ReviewOn", "signposting_plans", nullable: true);
        migrationBuilder.CreateIndex("IX_signposting_plans_ReviewOn", "signposting_plans", "ReviewOn");

        migrationBuilder.AddColumn<string>("GoalId", "signposting_steps", maxLength: Ids.Length, nullable: true);
        foreach (var column in new[] { "SealedWho", "SealedWhen" }) migrationBuilder.AddColumn<string>(column, "signposting_steps", nullable: true);
        migrationBuilder.AddColumn<int>("Confidence", "signposting_steps", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("ReviewOn", "signposting_steps", nullable: true);
        migrationBuilder.CreateIndex("IX_signposting_steps_ReviewOn", "signposting_steps", "ReviewOn");

        migrationBuilder.CreateTable(
            "signposting_goals",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PlanId = table.Column<string>(maxLength: Ids.Length),
                Order = table.Column<int>(),
                SealedWords = table.Column<string>(nullable: true),
                SealedNeed = table.Column<string>(nullable: true),
                SealedSigns = table.Column<string>(nullable: true),
                SealedOutcome = table.Column<string>(nullable: true),
                Importance = table.Column<int>(nullable: true),
                RemovedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_goals", row => row.Id);
                table.ForeignKey("FK_signposting_goals_signposting_plans_PlanId", row => row.PlanId, "signposting_plans", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_goals_PlanId", "signposting_goals", "PlanId");
    }
}
