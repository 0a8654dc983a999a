namespace Portal.Signposting.Domain.People;

/// <summary>One of several things of a section, which a form shows one below the other with an empty place at the end.</summary>
internal interface IListed
{
    /// <summary>True when nothing was typed.</summary>
    bool IsBlank { get; }

    /// <summary>Typed: it is to be taken off the list.</summary>
    bool IsGone { get; }
}

/// <summary>Lists of sections.</summary>
internal static class Listed
{
    /// <summary>Each with its name in the form.</summary>
    public static IEnumerable<(T Item, string Name)> Named<T>(this List<T> items)
        => items.Select((item, index) => (item, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Items[{index}]")));

    /// <summary>With an empty place at the end, unless the list is full or has one.</summary>
    public static List<T> WithRoom<T>(this List<T> items, int most)
        where T : IListed, new()
        => items.Count >= most || (items.Count > 0 && items[^1].IsBlank) ? items : [.. items, new T()];

    /// <summary>Without what is blank or was taken off.</summary>
    public static List<T> Kept<T>(this List<T> items)
        where T : IListed
        => [.. items.Where(item => item is { IsBlank: false, IsGone: false })];
}
