using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Search.Data;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Proposes a known word for each unknown one: near to the eye or alike to the ear, and sure to find something.</summary>
internal sealed class Suggester(PortalDbContext db, TenantContext tenant, FullText fullText)
{
    /// <summary>How many words are looked up for an unknown one.</summary>
    private const int Candidates = 5;

    /// <summary>What was typed with the unknown words replaced; null when there is nothing to propose.</summary>
    /// <param name="isWanted">Which entries a proposed word has to stand in.</param>
    public async Task<string?> SuggestAsync(
        string typed, IReadOnlyList<QueryWord> unknown, ReadersColumns columns, Func<int, bool> isWanted, CancellationToken cancellationToken)
    {
        var known = await tenant.Profile.GetOrReadAsync(async () =>
            new KnownWords(await db.Set<SearchWord>().AsNoTracking().Select(row => row.Word).ToListAsync(cancellationToken)));
        var proposals = unknown.SelectMany(word => known.Nearest(word.Token.Folded, Candidates).Select(near => (Unknown: word.Token, Near: near))).ToList();
        if (proposals.Count == 0) return null;

        var fields = new SearchedFields(columns.Languages);
        var found = await fullText.FindAsync([.. proposals.SelectMany(proposal => fields.Lookups(PorterStemmer.Stem(proposal.Near.Folded)))], cancellationToken);
        var best = proposals
            .Select((proposal, i) => (proposal.Unknown, proposal.Near, Entries: Count(found.AsSpan(i * fields.Count, fields.Count))))
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

        int Count(ReadOnlySpan<long[]> numbersByLookup)
        {
            var entries = 0;
            foreach (var numbers in numbersByLookup)
            {
                foreach (var number in numbers)
                {
                    if (columns.Entries.PositionOf(number) is >= 0 and var position && isWanted(position)) entries++;
                }
            }

            return entries;
        }
    }
}
