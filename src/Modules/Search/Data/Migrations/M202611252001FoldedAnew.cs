using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Search.Data.Migrations;

/// <summary>More spellings are brought together, so the words in the index no longer match those looked for. It is emptied: the modules are asked to fill it again.</summary>
[Migration("202611252001_FoldedAnew")]
internal sealed class M202611252001FoldedAnew : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "search_segments", "search_texts", "search_entries" }) migrationBuilder.Sql("DELETE FROM " + table);
    }
}
