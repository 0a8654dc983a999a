using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Search.Data.Migrations;

/// <summary>The index holds what suggestions for a plan are made from: day with part of the day, small prices, room. It is emptied: the modules are asked to fill it again.</summary>
[Migration("202611280201_IndexedForMatching")]
internal sealed class M202611280201IndexedForMatching : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "search_segments", "search_texts", "search_entries" }) migrationBuilder.Sql("DELETE FROM " + table);
    }
}
