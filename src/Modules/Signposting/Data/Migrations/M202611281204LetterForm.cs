using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Signposting.Data.Migrations;

/// <summary>The form in which a closing letter is read.</summary>
[Migration("202611281204_LetterForm")]
internal sealed class M202611281204LetterForm : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.AddColumn<string>("Form", "signposting_letters", maxLength: 10, nullable: false, defaultValue: "Usual");
}
