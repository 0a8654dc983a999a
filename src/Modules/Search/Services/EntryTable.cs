using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Platform.Data;
using Portal.Search.Contracts;

namespace Portal.Search.Services;

/// <summary>The rows of the entries and their texts, written many at once: the context would take longer to keep track of them than the database to write them.</summary>
internal sealed class EntryTable(PortalDbContext db)
{
    /// <summary>How many rows one INSERT brings.</summary>
    private const int Rows = 100;

    /// <summary>Takes all entries of one kind out, and returns their numbers.</summary>
    public async Task<IReadOnlyList<long>> ClearAsync(string kind, CancellationToken cancellationToken)
        => await db.Database.SqlQuery<long>($"""DELETE FROM search_entries WHERE "Kind" = {kind} RETURNING "Number" AS "Value" """).ToListAsync(cancellationToken);

    /// <summary>Takes the entries of some items out, and returns their numbers.</summary>
    public async Task<IReadOnlyList<long>> RemoveAsync(string kind, IEnumerable<string> itemIds, CancellationToken cancellationToken)
    {
        var ids = itemIds.ToArray();
        var removed = db.IsSqlite
            ? db.Database.SqlQuery<long>($"""DELETE FROM search_entries WHERE "Kind" = {kind} AND "ItemId" IN (SELECT value FROM json_each({JsonSerializer.Serialize(ids)})) RETURNING "Number" AS "Value" """)
            : db.Database.SqlQuery<long>($"""DELETE FROM search_entries WHERE "Kind" = {kind} AND "ItemId" = ANY ({ids}) RETURNING "Number" AS "Value" """);
        return await removed.ToListAsync(cancellationToken);
    }

    /// <summary>Adds entries with their texts.</summary>
    public async Task AddAsync(IReadOnlyList<(long Number, SearchItem Item)> added, CancellationToken cancellationToken)
    {
        await InsertAsync("INSERT INTO search_entries (\"Number\", \"Kind\", \"ItemId\", \"Slug\") VALUES ", [.. added.Select(entry => new object[] { entry.Number, entry.Item.Kind, entry.Item.ItemId, entry.Item.Slug })], cancellationToken);
        await InsertAsync(
            "INSERT INTO search_texts (\"Number\", \"Language\", \"Title\", \"Summary\") VALUES ",
            [.. added.SelectMany(entry => entry.Item.Texts.Select(text => new object[] { entry.Number, text.Language, text.Title, text.Summary }))],
            cancellationToken);
    }

    private async Task InsertAsync(string beginning, IReadOnlyList<object[]> rows, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(Rows))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var sql = new StringBuilder(beginning);
            for (var row = 0; row < chunk.Length; row++)
            {
                sql.Append(row == 0 ? "(" : ", (");
                for (var column = 0; column < chunk[row].Length; column++)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = ($"@p{command.Parameters.Count.ToString(CultureInfo.InvariantCulture)}", chunk[row][column]);
                    command.Parameters.Add(parameter);
                    sql.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
                }

                sql.Append(')');
            }

            command.CommandText = sql.ToString();
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
