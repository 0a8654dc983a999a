using Microsoft.Playwright;
using Xunit;

namespace EndToEndTests;

/// <summary>axe over the public pages: both themes, every language, light and dark.</summary>
[Collection("journeys")]
public sealed class EveryPage(SampleSites sites, Browser browser)
{
    private static readonly string[] paths =
    [
        "", "groups", "groups?q=walk&near=BD8&day=TU", "groups?q=skydiving", "learn", "learn/pacing", "programmes", "programmes/first", "account/sign-in", "account/password", "about/accessibility", "about/privacy", "nothing-here",
    ];

    [SkippableTheory]
    [InlineData("bradford", "", ColorScheme.Light)]
    [InlineData("bradford", "ur/", ColorScheme.Light)]
    [InlineData("bradford", "ur/", ColorScheme.Dark)]
    [InlineData("bradford", "pl/", ColorScheme.Dark)]
    [InlineData("southport", "", ColorScheme.Dark)]
    [InlineData("southport", "ur/", ColorScheme.Light)]
    [InlineData("southport", "pl/", ColorScheme.Light)]
    public async Task Is_accessible(string site, string language, ColorScheme scheme)
    {
        foreach (var screen in new[] { Screen.Phone, Screen.Desktop })
        {
            var page = await browser.OpenAsync(new Uri(sites.Host.Address, $"/{site}/{language}"), screen, scheme: scheme);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                await page.ShouldBeAccessibleAsync(true);
            }

            await page.Context.CloseAsync();
        }
    }
}
