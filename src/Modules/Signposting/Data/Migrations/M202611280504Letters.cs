using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Closing letters, and reminders of steps.</summary>
[Migration("202611280504_Letters")]
internal sealed class M202611280504Letters : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("RemindOn", "signposting_steps", nullable: true);
        migrationBuilder.AddColumn<DateTime>("RemindedAt", "signposting_steps", nullable: true);
        migrationBuilder.CreateIndex("IX_signposting_steps_RemindOn", "signposting_steps", "RemindOn");

        migrationBuilder.CreateTable(
            "signposting_letters",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                PlanId = table.Column<string>(maxLength: Ids.Length),
                Language = table.Column<string>(maxLength: 20),
                ById = table.Column<string>(maxLength: 80),
                At = table.Column<DateTime>(),
                ByEmail = table.Column<bool>(),
                ByText = table.Column<bool>(),
                ToReferrer = table.Column<bool>(),
                SealedLines = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_signposting_letters", row => row.Id);
                table.ForeignKey("FK_signposting_letters_signposting_plans_PlanId", row => row.PlanId, "signposting_plans", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_signposting_letters_PlanId", "signposting_letters", "PlanId");
    }
}
