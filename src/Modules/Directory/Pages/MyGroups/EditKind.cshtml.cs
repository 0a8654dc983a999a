using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>What kind of activity it is and what it helps with: what people find it by.</summary>
internal sealed class EditKindModel(SectionTools tools, TermChoices terms, IStringLocalizer<KeepingText> keeping) : SectionModel(tools)
{
    [BindProperty]
    public string[] Kinds { get; set; } = [];

    [BindProperty]
    public string[] Needs { get; set; } = [];

    public override string Heading => keeping["Kind.Heading"];

    public IReadOnlyList<SelectListItem> AllKinds => terms.Of(TaxonomyIds.Activity);

    public IReadOnlyList<SelectListItem> AllNeeds => terms.Of(TaxonomyIds.Need);

    protected override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        await terms.ReadAsync(cancellationToken);
        return true;
    }

    protected override void Fill() => (Kinds, Needs) = ([.. Listing.ActivityIds], [.. Listing.NeedIds]);

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        // A site without terms has nothing to choose from.
        if (AllKinds.Count > 0 && terms.Chosen([], Kinds, TaxonomyIds.Activity).Count == 0) ModelState.AddModelError(nameof(Kinds), keeping["Kind.Missing"]);
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            Facts = facts => facts with
            {
                ActivityIds = terms.Chosen(facts.ActivityIds, Kinds, TaxonomyIds.Activity),
                NeedIds = terms.Chosen(facts.NeedIds, Needs, TaxonomyIds.Need),
            },
        });
    }
}
