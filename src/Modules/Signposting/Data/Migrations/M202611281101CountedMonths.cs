using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;

namespace Portal.Signposting.Data.Migrations;

/// <summary>The counts of each month, for reports.</summary>
[Migration("202611281101_CountedMonths")]
internal sealed class M202611281101CountedMonths : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.CreateTable(
            "signposting_counted_months",
            table => new
            {
                Id = table.Column<string>(maxLength: Ids.Length),
                IsFinal = table.Column<bool>(),
                CountedAt = table.Column<DateTime>(nullable: true),
                SealedCounts = table.Column<string>(),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_signposting_counted_months", row => row.Id));
}
