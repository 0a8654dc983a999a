using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.OpenReferral;

/// <summary>What the operator decides on the open data: <c>Portal:OpenData</c> for all tenants, <c>Portal:OpenData:Tenants:NAME</c> for one.</summary>
internal sealed record OpenDataSettings
{
    /// <summary>How many requests one address may make in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Name of the licence the data is given under.</summary>
    public string Licence { get; init; } = "Creative Commons Attribution 4.0 International (CC BY 4.0)";

    /// <summary>Address of its text.</summary>
    public string LicenceUrl { get; init; } = "https://creativecommons.org/licenses/by/4.0/";

    public static OpenDataSettings Of(IServiceProvider services, string tenant)
    {
        var all = services.GetRequiredService<IConfiguration>().GetSection("Portal:OpenData");
        var one = all.GetSection("Tenants").GetSection(tenant);
        var usual = new OpenDataSettings();
        return new OpenDataSettings
        {
            RequestsPerMinute = Math.Max(1, one.GetValue<int?>(nameof(RequestsPerMinute)) ?? all.GetValue(nameof(RequestsPerMinute), usual.RequestsPerMinute)),
            Licence = one[nameof(Licence)] ?? all[nameof(Licence)] ?? usual.Licence,
            LicenceUrl = one[nameof(LicenceUrl)] ?? all[nameof(LicenceUrl)] ?? usual.LicenceUrl,
        };
    }
}
