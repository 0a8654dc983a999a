using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Signposting.Data.Migrations;

/// <summary>A word that is asked for before a shared plan is shown.</summary>
[Migration("202611280206_PlanWords")]
internal sealed class M202611280206PlanWords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("SealedWord", "signposting_shares", nullable: true);
        migrationBuilder.AddColumn<int>("Tries", "signposting_shares", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<DateTime>("LastTryAt", "signposting_shares", nullable: true);
    }
}
