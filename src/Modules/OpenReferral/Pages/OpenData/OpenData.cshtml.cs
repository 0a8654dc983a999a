using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.OpenReferral.Oruk;
using Portal.OpenReferral.Resources;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.OpenReferral.Pages.OpenData;

/// <summary>Explains the open data to people.</summary>
[SharedPage]
internal sealed class OpenDataModel(OpenDataSettings data, SiteAddresses addresses, TenantContext tenant, IStringLocalizer<OpenDataText> texts) : PageModel
{
    public OpenDataSettings Data => data;

    public TenantSettings Site => tenant.Settings;

    /// <summary>Addresses to try, with what each gives.</summary>
    public IReadOnlyList<(string Address, string Words)> Examples =>
    [
        (Address("/services"), texts["Try.Services"]),
        (Address("/services?day=TU&search=walking"), texts["Try.Search"]),
        (Address("/services?modified_after=2026-11-01"), texts["Try.Changed"]),
        (Address("/taxonomy_terms"), texts["Try.Terms"]),
        (Address(OrukRoutes.CsvPath), texts["Try.Csv"]),
    ];

    /// <summary>How an address with a place looks; the place is the asker's to fill in.</summary>
    public string NearExample => Address("/service_at_locations?postcode=…&proximity=5000");

    public string OpenApi => Address("/openapi.json");

    /// <summary>The list of services in each language of the site.</summary>
    public IReadOnlyList<(LanguageInfo Language, string Address)> InLanguages
        => [.. tenant.Settings.Languages.Skip(1).Select(code => (LanguageInfo.Of(code), addresses.Absolute(OrukRoutes.Root + "/services", code)))];

    private string Address(string path) => addresses.Absolute(OrukRoutes.Root + path, tenant.Settings.DefaultLanguage);
}
