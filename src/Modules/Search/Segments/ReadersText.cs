using System.Buffers.Binary;
using System.Globalization;

namespace Portal.Search.Segments;

/// <summary>A segment as readers of one language see it: which text of each entry they are shown, and the order of the titles.</summary>
internal sealed class ReadersText
{
    private readonly ulong[] beginnings;
    private readonly Packed keys;

    private ReadersText(byte[] shown, Packed keys)
    {
        (Shown, this.keys) = (shown, keys);
        beginnings = new ulong[keys.Count];
        Span<byte> beginning = stackalloc byte[sizeof(ulong)];
        for (var place = 0; place < beginnings.Length; place++)
        {
            beginning.Clear();
            var key = keys[place];
            key[..Math.Min(key.Length, beginning.Length)].CopyTo(beginning);
            beginnings[place] = BinaryPrimitives.ReadUInt64BigEndian(beginning);
        }
    }

    /// <summary>Language each is shown in, as a place in the segment's languages.</summary>
    public byte[] Shown { get; }

    /// <summary>Chooses the texts and computes keys of the titles in the alphabet of the first language.</summary>
    public static ReadersText Of(Segment segment, IReadOnlyList<string> fallbackChain)
    {
        var alphabet = CultureInfo.GetCultureInfo(fallbackChain[0]).CompareInfo;
        // Languages that the tenant has no more come last, those met first before the others.
        var ranks = segment.Languages.Select((language, place) => fallbackChain.Contains(language, StringComparer.Ordinal) ? fallbackChain.TakeWhile(other => other != language).Count() : fallbackChain.Count + place).ToArray();
        var shown = new byte[segment.Count];
        var sorting = new PackedBuilder();
        for (var place = 0; place < segment.Count; place++)
        {
            var best = segment.TextStart[place];
            for (var text = best + 1; text < segment.TextStart[place + 1]; text++)
            {
                if (ranks[segment.TextLanguage[text]] < ranks[segment.TextLanguage[best]]) best = text;
            }

            shown[place] = segment.TextLanguage[best];
            sorting.Add([.. alphabet.GetSortKey(segment.Titles.Text(best), CompareOptions.IgnoreCase).KeyData, 0, .. segment.Ids[place]]);
        }

        return new ReadersText(shown, sorting.Build());
    }

    /// <summary>Compares two entries by title, then by id and kind.</summary>
    public static int Compare(ReadersText a, int placeInA, ReadersText b, int placeInB)
        => a.beginnings[placeInA].CompareTo(b.beginnings[placeInB]) is var byBeginning and not 0 ? byBeginning : a.keys[placeInA].SequenceCompareTo(b.keys[placeInB]);
}
