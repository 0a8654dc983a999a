namespace Portal.Search.Words;

/// <summary>A known word near to one that is not.</summary>
/// <param name="Word">As people write it.</param>
/// <param name="Folded">Folded.</param>
/// <param name="Cost">How far off it is, sound and first letter considered; the smaller the better.</param>
/// <param name="Distance">How many letters differ.</param>
internal sealed record NearWord(string Word, string Folded, double Cost, int Distance);

/// <summary>The words that a tenant's titles, summaries and terms are made of.</summary>
internal sealed class KnownWords
{
    private const int AnyDistance = 5;
    private const int ShortestSound = 2;

    private readonly (string Word, string Folded, string Sound)[] known;

    public KnownWords(IEnumerable<string> words)
        => known = [.. words.Select(word => (Word: word, Folded: Folding.Fold(word))).Select(word => (word.Word, word.Folded, Spelling.Sound(word.Folded)))];

    private KnownWords((string Word, string Folded, string Sound)[] known) => this.known = known;

    /// <summary>These with others added, of which none is among these, and some taken away.</summary>
    public KnownWords With(IEnumerable<string> added, IReadOnlySet<string> lost)
        => new([.. lost.Count == 0 ? known : known.Where(word => !lost.Contains(word.Word)), .. new KnownWords(added).known]);

    /// <summary>
    /// The words nearest to a folded one. A word that sounds the same is never farther than one letter, however it is spelled,
    /// unless more than five of its letters are others. Half a letter is added when the first letters differ, for people rarely get that one wrong.
    /// </summary>
    public IEnumerable<NearWord> Nearest(string folded, int most)
    {
        var tolerance = Spelling.Tolerance(folded.Length);
        if (tolerance == 0) return [];
        var sound = Spelling.Sound(folded);
        var nearest = new List<NearWord>();
        foreach (var (word, candidate, candidateSound) in known)
        {
            var soundsAlike = sound.Length >= ShortestSound && sound == candidateSound;
            var distance = Spelling.Distance(folded, candidate, soundsAlike ? AnyDistance : tolerance);
            if (distance > (soundsAlike ? AnyDistance : tolerance)) continue;
            var cost = soundsAlike ? Math.Min(distance, 1) : distance + (folded[0] == candidate[0] ? 0 : 0.5);
            nearest.Add(new NearWord(word, candidate, cost, distance));
        }

        return nearest.OrderBy(near => near.Cost).ThenBy(near => near.Distance).ThenBy(near => near.Word, StringComparer.Ordinal).Take(most);
    }
}
