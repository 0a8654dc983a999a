using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services.Websites;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>A finding in the reader's words.</summary>
/// <param name="Page">Name of the page that mends it.</param>
/// <param name="Language">Language it is about, for the address of that page.</param>
internal sealed record Advice(string Words, string Page, string? Language);

/// <summary>Says in plain words what could be better on the page of a group.</summary>
internal sealed class GroupAdvice(ListingWording wording, DateWords dates, TenantContext tenant, WebsiteChecks websites, IStringLocalizer<KeepingText> texts, IStringLocalizer<WebsiteText> contacts)
{
    public async Task<IReadOnlyList<Advice>> OfAsync(Listing listing, ListingPage page, FreshnessSettings freshness, CancellationToken cancellationToken)
    {
        var website = await websites.FindAsync(listing.Id, cancellationToken);
        var findings = GroupChecks.Of(listing, page.Venue, page.OwnCalendar is not null, tenant.Settings.Languages, dates.Now, freshness.AskAfterDays, website);
        return [.. findings.Select(finding => new Advice(Say(finding, listing), finding.Page, finding.Page == "EditWords" ? finding.Language : null))];
    }

    private string Say(Finding finding, Listing listing) => finding.Key switch
    {
        "Check.NoDateAfter" => texts[finding.Key, dates.Date(finding.Date!.Value)],
        "Check.NotConfirmed" => texts[finding.Key, dates.Ago(finding.Date!.Value)],
        "Check.Behind" => texts[finding.Key, wording.Language(finding.Language!), wording.Language(listing.Culture)],
        "Check.Machine" or "Check.NotWritten" => texts[finding.Key, wording.Language(finding.Language!)],
        "Check.Phone" or "Check.Email" => contacts[finding.Key, finding.Said!],
        "Check.WebsiteChanged" => contacts[finding.Key],
        _ when finding.Key.StartsWith("Failure.", StringComparison.Ordinal) => contacts[finding.Key],
        _ => texts[finding.Key],
    };
}
