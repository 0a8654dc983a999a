using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Introductions of people to groups, and the links in their letters.</summary>
[Migration("202611280204_Introductions")]
internal sealed class M202611280204Introductions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signposting_introductions",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PlanId = table.Column<string>(maxLength: Ids.Length),
                StepId = table.Column<string>(maxLength: Ids.Length),
                ListingId = table.Column<string>(maxLength: Ids.Length),
                Language = table.Column<string>(maxLength: 20),
                AgreedOn = table.Column<DateOnly>(),
                SentAt = table.Column<DateTime>(),
                ByPhone = table.Column<bool>(),
                SealedLetter = table.Column<string>(),
                State = table.Column<string>(maxLength: 20),
                Reason = table.Column<string>(maxLength: 20, nullable: true),
                Weeks = table.Column<int>(nullable: true),
                FullUntil = table.Column<DateOnly>(nullable: true),
                SealedAnswer = table.Column<string>(nullable: true),
                AnsweredAt = table.Column<DateTime>(nullable: true),
                SeenAt = table.Column<DateTime>(nullable: true),
                NudgedAt = table.Column<DateTime>(nullable: true),
                ClosedAt = table.Column<DateTime>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_introductions", row => row.Id);
                table.ForeignKey("FK_signposting_introductions_signposting_plans_PlanId", row => row.PlanId, "signposting_plans", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_introductions_PlanId", "signposting_introductions", "PlanId");
        migrationBuilder.CreateIndex("IX_signposting_introductions_State_SentAt", "signposting_introductions", ["State", "SentAt"]);

        migrationBuilder.CreateTable(
            "signposting_introduction_links",
            table => new
            {
                CodeHash = table.Column<string>(maxLength: 64),
                IntroductionId = table.Column<string>(maxLength: Ids.Length),
                ExpiresAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_introduction_links", row => row.CodeHash);
                table.ForeignKey("FK_signposting_introduction_links_IntroductionId", row => row.IntroductionId, "signposting_introductions", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_introduction_links_IntroductionId", "signposting_introduction_links", "IntroductionId");
    }
}
