using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Plans and referrals without a record can be kept longer, like records.</summary>
[Migration("202611281205_KeptLonger")]
internal sealed class M202611281205KeptLonger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "signposting_plans", "signposting_referrals" })
        {
            migrationBuilder.AddColumn<DateOnly>("KeepUntil", table, nullable: true);
            migrationBuilder.AddColumn<string>("SealedKeepReason", table, nullable: true);
        }
    }
}
