using System.Collections.Concurrent;

namespace Portal.Search.Services;

/// <summary>What a search shows of an entry in one language.</summary>
internal sealed record ShownText(string Kind, string ItemId, string Slug, string Title, string Summary);

/// <summary>
/// Texts of entries that were shown lately. None is ever out of date: a changed item is another entry, in another segment. A number alone
/// would not do, as that of an entry which was never committed is given again.
/// </summary>
internal sealed class ShownTexts
{
    private const int Most = 3000;
    private readonly ConcurrentDictionary<(string Segment, long Number, string Language), ShownText> texts = new();

    public ShownText? Find(string segment, long number, string language) => texts.GetValueOrDefault((segment, number, language));

    public void Keep(string segment, long number, string language, ShownText text)
    {
        if (texts.Count >= Most) texts.Clear();
        texts[(segment, number, language)] = text;
    }
}
