using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Jobs;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>The photo on the page of a group.</summary>
public sealed class PhotoTests
{
    private const string Section = ShipleySingers.Edit + "/photo";

    [DatabaseTheory, EveryDatabase]
    public async Task A_photo_is_shown_with_its_words_and_tells_nothing_of_where_it_was_taken(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        (await SendAsync(joan, PhotoFiles.Jpeg(orientation: 6), "Ten people sing in a hall")).Text.ShouldContain("Saved.");

        var page = await site.Visitor.GetAsync(ShipleySingers.Page);
        var image = page.Find("img.portal-photo");
        (image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height")).ShouldBe(("Ten people sing in a hall", "480", "640"));
        var file = await site.Visitor.Client.GetAsync(new Uri(page.Address, image.GetAttribute("src")!));
        file.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        file.Headers.CacheControl!.ToString().ShouldContain("immutable");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        Encoding.Latin1.GetString(await file.Content.ReadAsByteArrayAsync()).ShouldNotContain(PhotoFiles.Secret);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Words_are_asked_for_and_the_photo_need_not_be_chosen_again(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var refused = await SendAsync(joan, PhotoFiles.Png(), "");
        refused.Find("#Alt-error").TextContent.ShouldContain("Say what the photo shows");
        (await joan.Client.GetAsync(new Uri(refused.Address, refused.Find("img.portal-photo").GetAttribute("src")!))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Document.QuerySelector("img.portal-photo").ShouldBeNull();

        (await joan.SubmitAsync(refused, "main form", [("Alt", "A hall")])).Text.ShouldContain("Saved.");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Find("img.portal-photo").GetAttribute("alt").ShouldBe("A hall");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_no_photo_is_refused_in_plain_words(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        foreach (var (bytes, words) in new[]
        {
            ("<svg onload='alert(1)'/>"u8.ToArray(), "not a photo we can use"),
            (PhotoFiles.Jpeg()[..300], "damaged or not complete"),
            (PhotoFiles.Png(60, 60), "too small"),
            (PhotoFiles.Webp(9000, 400), "too many pixels"),
            (new byte[(5 * 1024 * 1024) + 1], "too large"),
        })
        {
            var refused = await SendAsync(joan, bytes, "A hall");
            refused.Find("#Photo-error").TextContent.ShouldContain(words);
            refused.Find("[name=Alt]").GetAttribute("value").ShouldBe("A hall");
        }

        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ListingPhoto>().CountAsync())).ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Taking_it_away_can_be_undone_and_its_address_shows_it_only_meanwhile(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await SendAsync(joan, PhotoFiles.Webp(), "A hall");
        var page = await site.Visitor.GetAsync(ShipleySingers.Page);
        var address = new Uri(page.Address, page.Find("img.portal-photo").GetAttribute("src")!);

        var removed = await joan.SubmitAsync(await joan.GetAsync(Section), "main form", [("Remove", "true")]);
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Document.QuerySelector("img.portal-photo").ShouldBeNull();
        (await site.Visitor.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await joan.SubmitAsync(removed, ".portal-notice form");
        (await site.Visitor.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_it_shows_is_said_in_every_language(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await SendAsync(joan, PhotoFiles.Png(), "A hall");

        await joan.ChangeAsync("words/pl", ("PhotoAlt", "Sala"), ("Ticked", "right"));

        (await site.Visitor.GetAsync("/pl" + ShipleySingers.Page)).Find("img.portal-photo").GetAttribute("alt").ShouldBe("Sala");
        var urdu = (await site.Visitor.GetAsync("/ur" + ShipleySingers.Page)).Find("img.portal-photo");
        (urdu.GetAttribute("alt"), urdu.GetAttribute("lang")).ShouldBe(("A hall", "en"));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_stranger_sees_no_photo_that_is_not_public(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var form = await SendAsync(joan, PhotoFiles.Png(), "");
        var address = new Uri(form.Address, form.Find("img.portal-photo").GetAttribute("src")!);

        (await site.Visitor.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await site.SignInByLinkAsync("stranger@example.org", "EditOwnListings")).Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var id = address.Segments[^1];
        (await site.Visitor.Client.GetAsync($"groups/{ShipleySingers.Slug}/photo/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_photo_that_no_page_shows_is_forgotten_after_a_month(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await SendAsync(joan, PhotoFiles.Png(), "A hall");
        await SendAsync(joan, PhotoFiles.Jpeg(), "");

        await RunJobAsync(site);
        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ListingPhoto>().CountAsync())).ShouldBe(2);
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ListingPhoto>().Where(photo => photo.UnusedSince != null)
            .ExecuteUpdateAsync(set => set.SetProperty(photo => photo.UnusedSince, TimeProvider.System.GetUtcNow().AddDays(-31))));
        await RunJobAsync(site);

        var left = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ListingPhoto>().SingleAsync());
        left.Id.ShouldBe((await site.ReadGroupAsync()).PhotoId);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_photo_of_somebody_new_is_seen_by_the_moderator_before_anybody_else_and_stays_as_long_as_it_waits(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await SendAsync(await site.SignInAsJoanAsync(), PhotoFiles.Png(), "A hall");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Document.QuerySelector("img.portal-photo").ShouldBeNull();
        await RunJobAsync(site);
        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ListingPhoto>().SingleAsync())).UnusedSince.ShouldBeNull();

        var moderator = await site.SignInAsModeratorAsync();
        var waiting = await moderator.OpenFirstAsync();
        var address = new Uri(waiting.Address, waiting.Find("img.portal-photo").GetAttribute("src")!);
        (await moderator.Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.NewVisitor().Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await moderator.DecideAsync(waiting, "Approve");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Find("img.portal-photo").GetAttribute("alt").ShouldBe("A hall");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_recipe_carries_the_photo_to_another_site(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await SendAsync(await site.SignInAsJoanAsync(), PhotoFiles.Jpeg(orientation: 8), "A hall");
        var file = Path.GetTempFileName();
        try
        {
            await site.RunAsync(services => services.GetRequiredService<IRecipes>().ExportAsync(file, default));
            var other = await TestSite.CreateAsync(site.Host);
            (await other.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(file, default))).ShouldBeEmpty();

            var page = await other.Visitor.GetAsync(ShipleySingers.Page);
            var image = page.Find("img.portal-photo");
            image.GetAttribute("alt").ShouldBe("A hall");
            (await other.Visitor.Client.GetAsync(new Uri(page.Address, image.GetAttribute("src")!))).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Chooses a file in the form of the section and sends it, as a browser without scripts does.</summary>
    private static async Task<Answer> SendAsync(Visitor visitor, byte[] bytes, string alt)
    {
        var form = await visitor.GetAsync(Section);
        using var content = new MultipartFormDataContent();
        foreach (var name in new[] { "_token", "Revision", "PhotoId" }) content.Add(new StringContent(form.Find($"main form [name={name}]").GetAttribute("value") ?? ""), name);
        content.Add(new StringContent(alt), "Alt");
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        content.Add(file, "Photo", "photo.jpg");
        var response = await visitor.Client.PostAsync(form.Address, content);
        if (response.Headers.Location is { } location) return await visitor.GetAsync(new Uri(form.Address, location).ToString());
        var body = await response.Content.ReadAsStringAsync();
        var document = await AngleSharp.BrowsingContextExtensions.OpenAsync(AngleSharp.BrowsingContext.New(AngleSharp.Configuration.Default), request => request.Content(body).Address(form.Address));
        return new Answer(response, body, document);
    }

    private static Task RunJobAsync(TestSite site) => site.RunAsync(services => services.GetServices<Portal.Platform.Jobs.TenantJob>().OfType<ForgetPhotos>().Single().RunAsync(default));
}
