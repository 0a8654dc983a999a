using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>The groups whose pages the signed-in person keeps, the one that waits longest for a word first.</summary>
internal sealed class MyGroupsModel(GroupAccess access, ScheduleWords schedules, ListingWording wording, FreshnessReader freshness, InsightReader insight, TenantContext tenant) : PageModel
{
    public IReadOnlyList<MyGroup> Groups { get; private set; } = [];

    /// <summary>The address that no group names, when there is none.</summary>
    public string? Email { get; private set; }

    public TenantSettings Settings => tenant.Settings;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var rule = await freshness.ReadAsync(cancellationToken);
        var mine = await access.MineAsync(cancellationToken);
        var views = await insight.ViewsAsync([.. mine.Select(listing => listing.Id)], cancellationToken);
        Groups = [.. mine.Select(listing => Of(listing, listing.Texts.Choose(chain), rule) with { Views = views.GetValueOrDefault(listing.Id) })];
        if (Groups.Count == 0) Email = await access.EmailAsync(cancellationToken);
    }

    private MyGroup Of(Listing listing, ListingText text, Freshness rule) => new(
        listing.Slug, text.Culture, text.Title, schedules.Line(listing.Schedules), wording.Break(listing.BackOn) ?? wording.Full(listing.FullUntil) ?? wording.Places(listing.Places, null), listing.Published, listing.StoppedOn is not null,
        wording.Freshness(listing.AssuredOn, rule.Warns(freshness.FactsOf(listing))), rule.Warns(freshness.FactsOf(listing)),
        listing.Published && rule.StateOf(freshness.FactsOf(listing)) == FreshnessState.Hidden);

    internal sealed record MyGroup(string Slug, string TextLanguage, string Title, string? When, string? Places, bool IsPublished, bool HasStopped, string Freshness, bool IsStale, bool IsHiddenFromSearch)
    {
        /// <summary>How often its page was looked at in the last four weeks.</summary>
        public int Views { get; init; }
    }
}
