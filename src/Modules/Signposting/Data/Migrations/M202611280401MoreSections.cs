using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Signposting.Data.Migrations;

/// <summary>The other sections of the standard for a person's record.</summary>
[Migration("202611280401_MoreSections")]
internal sealed class M202611280401MoreSections : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var column in new[] { "SealedContacts", "SealedSafeguarding", "SealedHealth", "SealedSocial", "SealedServices", "SealedParticulars" })
            migrationBuilder.AddColumn<string>(column, "signposting_people", nullable: true);
    }
}
