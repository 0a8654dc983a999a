using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Which team decides on what comes by a practice's link, and how teams hear of referrals that arrive.</summary>
[Migration("202611281201_ReferralNews")]
internal sealed class M202611281201ReferralNews : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ReferralNews", "signposting_teams", maxLength: 20, nullable: false, defaultValue: "AtOnce");
        migrationBuilder.AddColumn<string>("TeamId", "signposting_referrer_links", maxLength: Ids.Length, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("InNewsAt", "signposting_referrals", nullable: true);
    }
}
