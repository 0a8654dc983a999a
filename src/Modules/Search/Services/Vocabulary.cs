using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>The words to propose: those of the segments in use. Kept in step with them piece by piece.</summary>
internal sealed class Vocabulary
{
    private readonly Lock changing = new();
    private readonly Dictionary<string, string[]> wordsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);
    private KnownWords known = new([]);

    /// <summary>Those of some segments whose words are not here.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> segments)
    {
        lock (changing) return [.. segments.Where(segment => !wordsOf.ContainsKey(segment))];
    }

    /// <summary>The words of these segments and of no others.</summary>
    /// <param name="segments">The segments in use.</param>
    /// <param name="read">The words of those that were missing.</param>
    public KnownWords Of(IReadOnlySet<string> segments, IReadOnlyDictionary<string, string[]> read)
    {
        lock (changing)
        {
            var (lost, added) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            foreach (var (segment, words) in read.Where(one => segments.Contains(one.Key) && wordsOf.TryAdd(one.Key, one.Value)))
            {
                foreach (var word in words)
                {
                    var before = uses.GetValueOrDefault(word);
                    uses[word] = before + 1;
                    if (before == 0) added.Add(word);
                }
            }

            foreach (var gone in wordsOf.Keys.Where(segment => !segments.Contains(segment)).ToList())
            {
                foreach (var word in wordsOf[gone])
                {
                    if (--uses[word] > 0) continue;
                    uses.Remove(word);
                    if (!added.Remove(word)) lost.Add(word);
                }

                wordsOf.Remove(gone);
            }

            if (lost.Count > 0 || added.Count > 0) known = known.With(added, lost);
            return known;
        }
    }
}
