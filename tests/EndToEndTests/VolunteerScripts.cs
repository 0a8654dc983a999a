using Microsoft.Playwright;
using Shouldly;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>What scripts make easier for volunteers; the pages work without.</summary>
[Collection("journeys")]
public sealed class VolunteerScripts(SampleSites sites, Browser browser)
{
    [SkippableFact]
    public async Task What_was_typed_before_the_connection_was_lost_is_offered_again_until_it_is_saved()
    {
        var page = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.SignInAsync(sites, "EditOwnListings", "ManageListings");
        await page.GotoAsync("my-groups/girlington-chair/edit/cost");
        await page.FillAsync("#Note", "Bring a mug");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(name => name.startsWith('portal-draft:'))");

        await page.GotoAsync("my-groups/girlington-chair/edit/cost");
        (await page.InputValueAsync("#Note")).ShouldNotBe("Bring a mug");
        await page.ShouldBeAccessibleAsync(true);
        await page.PictureAsync("volunteer-draft");
        await page.Locator("[data-restore]").ClickAsync();
        (await page.InputValueAsync("#Note")).ShouldBe("Bring a mug");
        await page.Locator("main form button.nhsuk-button").First.ClickAsync();
        await page.Locator(".portal-notice--good").WaitForAsync();

        await page.GotoAsync("my-groups/girlington-chair/edit/cost");
        (await page.InputValueAsync("#Note")).ShouldBe("Bring a mug");
        (await page.Locator("[data-module=draft]").IsVisibleAsync()).ShouldBeFalse();
    }

    [SkippableFact]
    public async Task A_large_photo_is_made_small_before_it_is_sent()
    {
        var page = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        await page.SignInAsync(sites, "EditOwnListings", "ManageListings");
        await page.GotoAsync("my-groups/girlington-chair/edit/photo");
        await page.SetInputFilesAsync("#Photo", new FilePayload { Name = "hall.png", MimeType = "image/png", Buffer = PhotoFiles.Png(3200, 2400) });
        await page.Locator("canvas.portal-photo").WaitForAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('#Photo').files[0].type === 'image/jpeg'");
        await page.FillAsync("#Alt", "An empty hall");
        await page.ShouldBeAccessibleAsync(true);
        await page.PictureAsync("volunteer-photo");
        await page.Locator("main form button.nhsuk-button").First.ClickAsync();
        await page.Locator(".portal-notice--good").WaitForAsync();

        var reader = await browser.OpenAsync(sites.Bradford, Screen.Phone);
        await reader.GotoAsync("groups/girlington-chair");
        var image = reader.Locator("img.portal-photo");
        await image.ScrollIntoViewIfNeededAsync();
        (await image.GetAttributeAsync("alt")).ShouldBe("An empty hall");
        (await image.EvaluateAsync<int>("async image => { await image.decode(); return image.naturalWidth; }")).ShouldBe(1600);
        await reader.ShouldBeAccessibleAsync(true);
    }
}
