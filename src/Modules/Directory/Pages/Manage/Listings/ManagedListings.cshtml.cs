using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>All groups of the site, hidden ones too, those longest without a word first.</summary>
internal sealed class ManagedListingsModel(PortalDbContext db, ListingWording wording, FreshnessReader freshness) : PageModel
{
    private const int PageSize = 50;

    public static IReadOnlyList<string> States { get; } = ["all", "stale", "hidden", "reported"];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string State { get; set; } = "all";

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    private Freshness rule = null!;

    public Page<ManagedListing> Listings { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!States.Contains(State)) State = "all";
        var query = db.Set<Listing>().AsNoTracking();
        if (Words?.Trim() is { Length: > 0 } words)
        {
            var slug = words.ToLowerInvariant().Replace(' ', '-');
            query = query.Where(listing => listing.Slug.Contains(slug) || listing.Texts.Any(text => text.Title.Contains(words)));
        }

        rule = await freshness.ReadAsync(cancellationToken);
        query = State switch
        {
            "stale" => query.Where(listing => listing.Published).Where(rule.SilentFor(rule.Settings.StaleAfterDays, freshness.StartOf)),
            "hidden" => query.Where(listing => !listing.Published),
            "reported" => query.Where(listing => db.Set<ListingReport>().Any(report => report.ListingId == listing.Id && report.DoneAt == null)),
            _ => query,
        };
        Listings = await query.OrderBy(listing => listing.AssuredOn).ThenBy(listing => listing.Slug)
            .Select(listing => new ManagedListing(
                listing.Slug,
                listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(),
                listing.Culture,
                listing.Published,
                listing.AssuredOn,
                listing.AddedAt,
                listing.BackOn,
                listing.Places,
                listing.Maintainers.Count,
                db.Set<ListingReport>().Count(report => report.ListingId == listing.Id && report.DoneAt == null)))
            .ToPageAsync(Number, PageSize, cancellationToken);
    }

    public string Freshness(ManagedListing listing) => wording.Freshness(listing.AssuredOn, IsStale(listing));

    public bool IsStale(ManagedListing listing) => rule.Warns(freshness.FactsOf(listing.AssuredOn, listing.AddedAt, listing.BackOn, listing.Places));
}

/// <summary>A row of the list.</summary>
internal sealed record ManagedListing(string Slug, string Title, string Culture, bool Published, DateOnly? AssuredOn, DateTimeOffset AddedAt, DateOnly? BackOn, Places Places, int Maintainers, int Reports);
