using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>A real Chromium. Tests are reported as skipped where none is installed.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>Where screenshots of the journeys go, or null.</summary>
    public static string? Pictures { get; } = Environment.GetEnvironmentVariable("PORTAL_PICTURES");

    public async Task InitializeAsync()
    {
        if (places.FirstOrDefault(File.Exists) is not { } path) return;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh window.</summary>
    public async Task<IPage> OpenAsync(Uri site, Screen screen, bool scripts = true, ColorScheme scheme = ColorScheme.Light)
    {
        Skip.If(chromium is null, "Chromium is not installed.");
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = screen == Screen.Phone ? new ViewportSize { Width = 360, Height = 740 } : new ViewportSize { Width = 1280, Height = 900 },
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }
}

/// <summary>Size of the window.</summary>
public enum Screen
{
    /// <summary>360 pixels wide.</summary>
    Phone,

    /// <summary>1280 pixels wide.</summary>
    Desktop,
}

/// <summary>What every page has to be.</summary>
internal static class PageChecks
{
    private static readonly string[] tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>axe finds nothing by the rules of WCAG 2.2 A and AA, nothing runs over the side of the screen. axe is a script: without scripts there is nothing to ask.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page, bool scripts)
    {
        if (!scripts) return;
        var found = await page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions { RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "tag", Values = [.. tags] } });
        found.Violations.ShouldBeEmpty($"{page.Url}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Id} ({violation.Help}): {string.Join(", ", violation.Nodes.Select(node => node.Html))}"))}");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBeLessThanOrEqualTo(1, $"{page.Url} runs over the side of the screen.");
    }

    /// <summary>Keeps a picture where the run was asked for pictures.</summary>
    public static async Task PictureAsync(this IPage page, string name, bool full = true)
    {
        if (Browser.Pictures is { } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = full });
    }
}
