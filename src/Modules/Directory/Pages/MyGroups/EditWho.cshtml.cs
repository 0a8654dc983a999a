using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Directory.Contracts;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Who it is for, what makes it easy to come, and the languages spoken.</summary>
internal sealed class EditWhoModel(SectionTools tools, TermChoices terms, SpokenLanguages spoken) : SectionModel(tools)
{
    [BindProperty]
    public string[] Audience { get; set; } = [];

    [BindProperty]
    public string[] Access { get; set; } = [];

    [BindProperty]
    public string[] Spoken { get; set; } = [];

    public override string Heading => Texts["Who.Heading"];

    public IReadOnlyList<SelectListItem> Audiences => terms.Of(TaxonomyIds.Audience);

    public IReadOnlyList<SelectListItem> AccessTerms => terms.Of(TaxonomyIds.Access);

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    protected override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        await terms.ReadAsync(cancellationToken);
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
                AudienceIds = terms.Chosen(facts.AudienceIds, Audience, TaxonomyIds.Audience),
                AccessIds = terms.Chosen(facts.AccessIds, Access, TaxonomyIds.Access),
                Languages = TermChoices.InOrder(facts.Languages, Spoken.Where(offered.Contains)),
            },
        });
    }
}
