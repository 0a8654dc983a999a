using Portal.Directory.Contracts;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Oruk;

/// <summary>The taxonomies and terms as the open data names them, in the reader's language.</summary>
internal sealed class OrukTerms(ITaxonomies terms, IPublicDirectory directory, TenantContext tenant)
{
    private readonly IReadOnlyList<string> chain = tenant.Settings.FallbackChain(tenant.Language);
    private IReadOnlyList<PublicTaxonomy>? taxonomies;
    private Known? known;

    /// <summary>Reads them, once for each request.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        taxonomies ??= await directory.TaxonomiesAsync(cancellationToken);
        var list = await terms.ReadAsync(cancellationToken);
        known ??= await tenant.Profile.GetOrReadAsync(() => Task.FromResult(Known.Of(tenant.Tenant.Name, list, taxonomies)));
    }

    public IReadOnlyList<OrukTaxonomy> Taxonomies(bool withTerms)
        => [.. taxonomies!.Select(taxonomy => new OrukTaxonomy(
            known!.TaxonomyIds[taxonomy.Id], taxonomy.Title, taxonomy.Title,
            withTerms ? [.. known.List.Of(taxonomy.Id).Select(Term)] : null))];

    public IReadOnlyList<OrukTerm> Terms() => [.. known!.List.All.Select(Term)];

    /// <summary>The term of one of our ids; null when there is none any more.</summary>
    public OrukTerm? Find(string id) => known!.List.Find(id) is { } term ? Term(term) : null;

    /// <summary>What a term is about: <c>activity</c>, <c>need</c>, <c>accessibility</c> or <c>audience</c>.</summary>
    public string LinkTypeOf(string id) => known!.List.Find(id)?.TaxonomyId switch
    {
        TaxonomyIds.Need => "need",
        TaxonomyIds.Access => "accessibility",
        TaxonomyIds.Audience => "intended_audience",
        _ => "service_type",
    };

    /// <summary>Our ids of the terms meant by a public id of a term; none when nobody knows it.</summary>
    public IReadOnlyList<string> IdsOfTerm(Guid publicId) => known!.ByPublicId.TryGetValue(publicId, out var id) ? [id] : [];

    /// <summary>Our ids of the terms of a taxonomy.</summary>
    public IReadOnlyList<string> IdsOfTaxonomy(Guid publicId)
        => known!.TaxonomyIds.FirstOrDefault(pair => pair.Value == publicId).Key is { } id ? [.. known.List.Of(id).Select(term => term.Id)] : [];

    private OrukTerm Term(TermInfo term)
    {
        var name = term.NameIn(chain).Name;
        return new OrukTerm
        {
            Id = known!.TermIds[term.Id],
            Name = name,
            Description = name,
            Taxonomy = taxonomies!.FirstOrDefault(taxonomy => taxonomy.Id == term.TaxonomyId)?.Title,
            TaxonomyId = known.TaxonomyIds.TryGetValue(term.TaxonomyId, out var taxonomy) ? taxonomy : null,
            Term = term.Path,
        };
    }

    /// <summary>Ids made once for each version of the content.</summary>
    private sealed record Known(TermList List, IReadOnlyDictionary<string, Guid> TermIds, IReadOnlyDictionary<Guid, string> ByPublicId, IReadOnlyDictionary<string, Guid> TaxonomyIds)
    {
        public static Known Of(string tenant, TermList list, IReadOnlyList<PublicTaxonomy> taxonomies)
        {
            var ids = list.All.ToDictionary(term => term.Id, term => PublicIds.Of(tenant, "Term", term.Id), StringComparer.Ordinal);
            return new Known(
                list, ids, ids.ToDictionary(pair => pair.Value, pair => pair.Key),
                taxonomies.ToDictionary(taxonomy => taxonomy.Id, taxonomy => PublicIds.Of(tenant, "Taxonomy", taxonomy.Id), StringComparer.Ordinal));
        }
    }
}
