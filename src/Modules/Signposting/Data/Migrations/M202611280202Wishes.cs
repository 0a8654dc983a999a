using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Signposting.Data.Migrations;

/// <summary>What would suit the person of a plan, sealed.</summary>
[Migration("202611280202_Wishes")]
internal sealed class M202611280202Wishes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("SealedWishes", "signposting_plans", nullable: true);
}
