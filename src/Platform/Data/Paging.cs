using Microsoft.EntityFrameworkCore;

namespace Portal.Platform.Data;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Size">How many a page holds.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total)
{
    /// <summary>How many pages there are, at least 1.</summary>
    public int Count => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>Reads pages.</summary>
public static class Paging
{
    /// <summary>Reads one page; a number out of range gives the nearest page there is.</summary>
    public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> query, int number, int size, CancellationToken cancellationToken = default)
    {
        var total = await query.CountAsync(cancellationToken);
        number = Math.Clamp(number, 1, Math.Max(1, (total + size - 1) / size));
        var items = await query.Skip((number - 1) * size).Take(size).ToListAsync(cancellationToken);
        return new Page<T>(items, number, size, total);
    }
}
