using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Search.Data.Migrations;

/// <summary>The index holds more of what is written: words of terms in the texts too, and the languages spoken. It is emptied: the modules are asked to fill it again.</summary>
[Migration("202611253001_IndexedAnew")]
internal sealed class M202611253001IndexedAnew : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "search_segments", "search_texts", "search_entries" }) migrationBuilder.Sql("DELETE FROM " + table);
    }
}
