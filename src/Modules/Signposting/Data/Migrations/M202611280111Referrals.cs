using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>Referrals, and the links by which practices refer.</summary>
[Migration("202611280111_Referrals")]
internal sealed class M202611280111Referrals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signposting_referrals",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Reference = table.Column<string>(maxLength: 8),
                Source = table.Column<string>(maxLength: 20),
                Stage = table.Column<string>(maxLength: 20),
                LinkId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                ReferrerUserId = table.Column<string>(maxLength: 80, nullable: true),
                CodeHash = table.Column<string>(maxLength: 64, nullable: true),
                DraftUntil = table.Column<DateTime>(),
                Language = table.Column<string>(maxLength: 20),
                CreatedAt = table.Column<DateTime>(),
                SentAt = table.Column<DateTime>(nullable: true),
                DecidedAt = table.Column<DateTime>(nullable: true),
                DecidedBy = table.Column<string>(maxLength: 80, nullable: true),
                DeclinedFor = table.Column<string>(maxLength: 20, nullable: true),
                PersonId = table.Column<string>(maxLength: Ids.Length, nullable: true),
                Code = table.Column<string>(maxLength: 18, nullable: true),
                NhsHash = table.Column<string>(maxLength: 64, nullable: true),
                NameHash = table.Column<string>(maxLength: 64, nullable: true),
                SealedContent = table.Column<string>(nullable: true),
                SealedAnswer = table.Column<string>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_signposting_referrals", row => row.Id));
        migrationBuilder.CreateIndex("IX_signposting_referrals_Reference", "signposting_referrals", "Reference", unique: true);
        migrationBuilder.CreateIndex("IX_signposting_referrals_CodeHash", "signposting_referrals", "CodeHash", unique: true);
        migrationBuilder.CreateIndex("IX_signposting_referrals_Stage_SentAt", "signposting_referrals", ["Stage", "SentAt"]);
        migrationBuilder.CreateIndex("IX_signposting_referrals_PersonId", "signposting_referrals", "PersonId");

        migrationBuilder.CreateTable(
            "signposting_referrer_links",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                Name = table.Column<string>(maxLength: 120),
                CodeHash = table.Column<string>(maxLength: 64),
                CreatedAt = table.Column<DateTime>(),
                StoppedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_signposting_referrer_links", row => row.Id));
        migrationBuilder.CreateIndex("IX_signposting_referrer_links_CodeHash", "signposting_referrer_links", "CodeHash", unique: true);
    }
}
