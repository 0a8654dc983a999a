using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>For how long records are kept, and what is left of those that were erased.</summary>
[Migration("202611280402_Retention")]
internal sealed class M202611280402Retention : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("KeepUntil", "signposting_people", nullable: true);
        migrationBuilder.AddColumn<string>("SealedKeepReason", "signposting_people", nullable: true);
        migrationBuilder.CreateIndex("IX_signposting_people_ClosedAt", "signposting_people", "ClosedAt");
        migrationBuilder.CreateTable(
            "signposting_remains",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                BegunIn = table.Column<DateOnly>(),
                ClosedIn = table.Column<DateOnly>(nullable: true),
                ErasedIn = table.Column<DateOnly>(),
                AgeBand = table.Column<string>(maxLength: 10, nullable: true),
                Source = table.Column<string>(maxLength: 20, nullable: true),
                Code = table.Column<string>(maxLength: 18, nullable: true),
                DaysWaited = table.Column<int>(nullable: true),
                DaysToContact = table.Column<int>(nullable: true),
                Contacts = table.Column<int>(),
                Stage = table.Column<string>(maxLength: 40),
                ClosedFor = table.Column<string>(maxLength: 40, nullable: true),
                Plans = table.Column<int>(),
                Signposts = table.Column<int>(),
                Accepted = table.Column<int>(),
                OnWaitingList = table.Column<int>(),
                Refused = table.Column<int>(),
                Unanswered = table.Column<int>(),
                Helped = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_signposting_remains", row => row.Id));
        migrationBuilder.CreateIndex("IX_signposting_remains_BegunIn", "signposting_remains", "BegunIn");
    }
}
