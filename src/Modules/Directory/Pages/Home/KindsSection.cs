using Microsoft.AspNetCore.Mvc;
using Portal.Directory.Contracts;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Directory.Pages.Home;

/// <summary>The kinds of activity there are groups for, at most twelve.</summary>
internal sealed class KindsSection(ISearch search, ITaxonomies taxonomies, TenantContext tenant) : ViewComponent
{
    private const int Most = 12;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var terms = await taxonomies.ReadAsync(HttpContext.RequestAborted);
        var query = new SearchQuery { Kinds = [ListingFacets.Kind], Language = tenant.Language, Count = [ListingFacets.Category], PageSize = 0 };
        var counts = (await search.FindAsync(query, HttpContext.RequestAborted)).Counts[ListingFacets.Category];
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        IReadOnlyList<KindOfActivity> kinds =
        [
            .. terms.Of(TaxonomyIds.Activity).Where(term => counts.GetValueOrDefault(term.Path) > 0)
                .OrderByDescending(term => counts[term.Path]).Take(Most).OrderBy(term => term.Order)
                .Select(term => new KindOfActivity(term.Path, IconOf(term.Id), term.NameIn(chain).Name, counts[term.Path])),
        ];
        return View("/Pages/Home/_KindsSection.cshtml", kinds);
    }

    /// <summary>Terms that came with the product have icons named after them; a term a site added has the general one.</summary>
    private static string IconOf(string termId)
        => termId.StartsWith("act-", StringComparison.Ordinal) && icons.Contains(termId["act-".Length..]) ? termId["act-".Length..] : "people";

    private static readonly string[] icons =
        ["walking", "singing", "exercise", "chair", "water", "yoga", "arts", "gardening", "faith", "peer", "advice", "social", "learning"];
}

/// <summary>A kind of activity and how many groups there are for it.</summary>
internal sealed record KindOfActivity(string Path, string Icon, string Name, int Count);
