using System.Text;
using Portal.Search.Segments;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Proposes a known word for each unknown one: near to the eye or alike to the ear, and sure to find something.</summary>
internal sealed class Suggester(IndexReader reader)
{
    /// <summary>How many words are looked up for an unknown one.</summary>
    private const int Candidates = 5;

    /// <summary>What was typed with the unknown words replaced; null when there is nothing to propose.</summary>
    /// <param name="isWanted">Which entries a proposed word has to stand in.</param>
    public async Task<string?> SuggestAsync(
        string typed, IReadOnlyList<QueryWord> unknown, IndexSnapshot index, Func<Segment, int, bool> isWanted, CancellationToken cancellationToken)
    {
        var known = await reader.ReadWordsAsync(index, cancellationToken);
        var proposals = unknown.SelectMany(word => known.Nearest(word.Token.Folded, Candidates).Select(near => (Unknown: word.Token, Near: near))).ToList();
        if (proposals.Count == 0) return null;

        var best = proposals
            .Select(proposal => (proposal.Unknown, proposal.Near, Entries: index.Segments.Sum(segment => Count(segment, PorterStemmer.Stem(proposal.Near.Folded)))))
            .Where(proposal => proposal.Entries > 0)
            .GroupBy(proposal => proposal.Unknown)
            .Select(word => word.OrderBy(proposal => proposal.Near.Cost).ThenBy(proposal => proposal.Near.Distance)
                .ThenByDescending(proposal => proposal.Entries).ThenBy(proposal => proposal.Near.Word, StringComparer.Ordinal).First())
            .OrderByDescending(proposal => proposal.Unknown.Start)
            .ToList();
        if (best.Count == 0) return null;

        var suggestion = new StringBuilder(typed);
        foreach (var (word, near, _) in best) suggestion.Remove(word.Start, word.Length).Insert(word.Start, near.Word);
        return suggestion.ToString().Trim();

        int Count(SegmentInUse segment, string stem)
        {
            var entries = 0;
            var content = segment.Content;
            for (var field = 0; field < content.Fields.Count; field++)
            {
                var (from, to) = content.TermsOf(content.Fields.Lexeme(field, stem), isPrefix: false);
                if (from == to) continue;
                var postings = new PostingReader(content.Postings[from]);
                while (postings.Next(out var place))
                {
                    if (segment.IsLive(place) && isWanted(content, place)) entries++;
                }
            }

            return entries;
        }
    }
}
