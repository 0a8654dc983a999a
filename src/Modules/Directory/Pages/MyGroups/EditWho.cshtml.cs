using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Directory.Contracts;
using Portal.Directory.Services;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Who it is for, what makes it easy to come, and the languages spoken.</summary>
internal sealed class EditWhoModel(SectionTools tools, ITaxonomies taxonomies, SpokenLanguages spoken, TenantContext tenant) : SectionModel(tools)
{
    private TermList terms = null!;

    [BindProperty]
    public string[] Audience { get; set; } = [];

    [BindProperty]
    public string[] Access { get; set; } = [];

    [BindProperty]
    public string[] Spoken { get; set; } = [];

    public override string Heading => Texts["Who.Heading"];

    public IReadOnlyList<SelectListItem> Audiences => Choices(TaxonomyIds.Audience);

    public IReadOnlyList<SelectListItem> AccessTerms => Choices(TaxonomyIds.Access);

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    protected override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        terms = await taxonomies.ReadAsync(cancellationToken);
        Languages = [.. (await spoken.OfferedAsync(Listing.Languages, cancellationToken)).Select(language => new SelectListItem(language.Name, language.Code))];
        return true;
    }

    protected override void Fill()
        => (Audience, Access, Spoken) = ([.. Listing.AudienceIds], [.. Listing.AccessIds], [.. Listing.Languages]);

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Spoken.Length == 0) Error(nameof(Spoken), "Who.LanguagesMissing");
        var offered = Languages.Select(language => language.Value).ToHashSet(StringComparer.Ordinal);
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            Facts = facts => facts with
            {
                AudienceIds = Chosen(facts.AudienceIds, Audience, TaxonomyIds.Audience),
                AccessIds = Chosen(facts.AccessIds, Access, TaxonomyIds.Access),
                Languages = InOrder(facts.Languages, Spoken.Where(offered.Contains)),
            },
        });
    }

    private List<SelectListItem> Choices(string taxonomy)
        => [.. terms.Of(taxonomy).Select(term => new SelectListItem(term.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name, term.Id))];

    private IReadOnlyList<string> Chosen(IReadOnlyList<string> before, string[] chosen, string taxonomy)
        => InOrder(before, chosen.Where(id => terms.Find(id)?.TaxonomyId == taxonomy));

    /// <summary>What was there stays in its order, so that a form that is only sent back changes nothing.</summary>
    private static IReadOnlyList<string> InOrder(IReadOnlyList<string> before, IEnumerable<string> chosen)
    {
        var all = chosen.Distinct(StringComparer.Ordinal).ToList();
        return [.. before.Where(all.Contains), .. all.Except(before, StringComparer.Ordinal)];
    }
}
