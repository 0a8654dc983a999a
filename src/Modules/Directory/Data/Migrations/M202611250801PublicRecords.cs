using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Directory.Data.Migrations;

/// <summary>
/// What the open data needs: ids that the world knows, times of change, ages, and what the public may not see. What is there already gets
/// a random id: it is kept, so it is as lasting as those made of names.
/// </summary>
[Migration("202611250801_PublicRecords")]
internal sealed class M202611250801PublicRecords : Migration
{
    private const string Listings = "directory_listings";
    private const string Organisations = "directory_organisations";
    private const string Venues = "directory_venues";
    private static readonly DateTime today = new(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc);

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { Listings, Organisations, Venues })
        {
            AddId(migrationBuilder, table, "PublicId");
            migrationBuilder.AddColumn<DateTime>("ModifiedAt", table, nullable: false, defaultValue: today);
        }

        AddId(migrationBuilder, Listings, "PublicPlaceId");
        migrationBuilder.AddColumn<DateTime>("AddedAt", Listings, nullable: false, defaultValue: today);
        migrationBuilder.AddColumn<DateTime>("AddedAt", Organisations, nullable: false, defaultValue: today);
        migrationBuilder.AddColumn<int>("MinimumAge", Listings, nullable: true);
        migrationBuilder.AddColumn<int>("MaximumAge", Listings, nullable: true);
        migrationBuilder.AddColumn<bool>("ContactPrivate", Listings, nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("IsConfidential", Venues, nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex("IX_directory_listings_AddedAt_Id_VenueId_Published", Listings, ["AddedAt", "Id", "VenueId", "Published"]);
        migrationBuilder.CreateIndex("IX_directory_listings_ModifiedAt", Listings, "ModifiedAt");
        migrationBuilder.CreateIndex("IX_directory_organisations_AddedAt_Id_Published", Organisations, ["AddedAt", "Id", "Published"]);
    }

    private static void AddId(MigrationBuilder migrationBuilder, string table, string column)
    {
        migrationBuilder.AddColumn<Guid>(column, table, nullable: false, defaultValue: Guid.Empty);
        var random = migrationBuilder.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)
            ? "hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))"
            : "gen_random_uuid()";
        migrationBuilder.Sql($"UPDATE {table} SET \"{column}\" = {random}");
        migrationBuilder.CreateIndex($"IX_{table}_{column}", table, column, unique: true);
    }
}
