using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Protection;

/// <summary>What was done.</summary>
/// <param name="Sealed">Values that are now sealed with the newest key.</param>
/// <param name="Unreadable">Values that could not be opened: altered, or their key is gone.</param>
internal sealed record ResealCount(int Sealed, int Unreadable);

/// <summary>
/// Seals every value of people that an older key sealed with the newest one. A value is written only where it still is what was
/// read, so what somebody saves in the same moment stays; what is sealed anew says the same, so no page and no revision changes.
/// </summary>
internal sealed class Resealing(PortalDbContext db, PrivateText texts, ISealedMessages messages)
{
    private const int BatchSize = 100;

    /// <summary>Goes through all tables of the module, and what lies sealed among the messages.</summary>
    public async Task<ResealCount> RunAsync(CancellationToken cancellationToken)
    {
        var mark = texts.PresentKeyMark();
        var total = new ResealCount(0, 0);
        foreach (var (table, column) in Columns(db.Model))
        {
            var count = await ColumnAsync(table, column, mark, cancellationToken);
            total = new ResealCount(total.Sealed + count.Sealed, total.Unreadable + count.Unreadable);
        }

        var (inMessages, lost) = await messages.ResealAsync(cancellationToken);
        return new ResealCount(total.Sealed + await LookupSecretAsync(mark, cancellationToken) + inMessages, total.Unreadable + lost);
    }

    /// <summary>Every column of the module that holds sealed values, by the convention of <see cref="PrivateText"/>.</summary>
    public static IEnumerable<(string Table, string Column)> Columns(IModel model)
        => from type in model.GetEntityTypes()
           where type.ClrType.Assembly == typeof(Resealing).Assembly
           from property in type.GetProperties()
           where property.Name.StartsWith(PrivateText.Prefix, StringComparison.Ordinal) && property.ClrType == typeof(string)
           select (type.GetTableName()!, property.GetColumnName());

    private async Task<ResealCount> ColumnAsync(string table, string column, string mark, CancellationToken cancellationToken)
    {
        var (count, unreadable, after) = (0, 0, "");
        while (true)
        {
            // One transaction for each batch: others get their turn in between, and what is done stays done.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
#pragma warning disable EF1002 // The names come from the model.
            var rows = await db.Database
                .SqlQueryRaw<SealedValue>(
                    $"SELECT \"Id\", \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" <> '' AND substr(\"{column}\", 1, {KeyMarks.Length}) <> {{0}} AND \"Id\" > {{1}} ORDER BY \"Id\" LIMIT {BatchSize}",
                    mark,
                    after)
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                if (Anew(row.Value, row.Id, column) is { } value)
                    count += await db.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"{column}\" = {{0}} WHERE \"Id\" = {{1}} AND \"{column}\" = {{2}}", [value, row.Id, row.Value], cancellationToken);
                else unreadable++;
            }
#pragma warning restore EF1002

            await transaction.CommitAsync(cancellationToken);
            if (rows.Count < BatchSize) return new ResealCount(count, unreadable);
            after = rows[^1].Id;
        }
    }

    private async Task<int> LookupSecretAsync(string mark, CancellationToken cancellationToken)
    {
        if (await Setting.ReadAsync<string?>(db, PersonLookup.SettingName, null, cancellationToken) is not { } kept || kept.StartsWith(mark, StringComparison.Ordinal)) return 0;
        if (Anew(kept, PersonLookup.SettingName, PersonLookup.Column) is not { } value) return 0;
        await Setting.WriteAsync(db, PersonLookup.SettingName, value, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return 1;
    }

    private string? Anew(string value, string row, string column)
    {
        try
        {
            return texts.Seal(texts.Open(value, row, column), row, column);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record SealedValue(string Id, string Value);
}
