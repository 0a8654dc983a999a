using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>Editors say what the words mean that people search with.</summary>
public sealed class SearchWordsTests
{
    private const string Page = "/manage/search-words";

    [DatabaseTheory, EveryDatabase]
    public async Task Only_those_who_keep_the_terms_may_see_the_page(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);

        (await site.NewVisitor().GetAsync(Page, followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await site.SignInAsync("ManageListings")).GetAsync(Page)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_word_is_tried_added_found_at_once_and_taken_back(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var editor = await site.SignInAsync("ManageTaxonomies");
        var form = await editor.GetAsync(Page);

        var tried = await editor.GetAsync(Page + "?word=warbling&language=en&term=act-singing");
        tried.Text.ShouldContain("Now a search for it finds: 0 groups.");
        var filed = (await site.Visitor.GetAsync("/groups?category=singing")).Find(".portal-count").TextContent;
        tried.Text.ShouldContain($"it would find: {filed}.");
        (await site.Visitor.GetAsync("/groups?q=warbling")).Document.QuerySelectorAll(".portal-results__list > .portal-cards").Length.ShouldBe(0);

        var added = await editor.SubmitAsync(form, "form.portal-form", [("Word", "warbling"), ("Language", "en"), ("Term", "act-singing")]);

        added.Text.ShouldContain("“warbling” now means Singing and music");
        (await site.Visitor.GetAsync("/groups?q=warbling")).Find(".portal-count").TextContent.ShouldBe(filed);
        added.Find(".portal-history ins").TextContent.ShouldBe("warbling");
        (await site.RunAsync(services => services.GetRequiredService<AuditLog>().FindBreakAsync())).ShouldBeNull();

        await editor.SubmitAsync(added, ".portal-notice form");

        (await site.Visitor.GetAsync("/groups?q=warbling")).Document.QuerySelectorAll(".portal-results__list > .portal-cards").Length.ShouldBe(0);
        (await editor.GetAsync(Page)).Find(".portal-history del").TextContent.ShouldBe("warbling");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_word_is_taken_away_in_its_language_only(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var editor = await site.SignInAsync("ManageTaxonomies");
        var page = await editor.GetAsync(Page + "?term=act-singing");

        var removed = await editor.SubmitAsync(page, "form[action*='remove=chorus']");

        removed.Text.ShouldContain("“chorus” no longer means Singing and music");
        removed.Document.QuerySelectorAll(".portal-words li").Select(word => word.TextContent).ShouldNotContain(word => word.Contains("chorus", StringComparison.Ordinal));
        removed.Document.QuerySelectorAll(".portal-words li").Select(word => word.TextContent).ShouldContain(word => word.Contains("choir", StringComparison.Ordinal));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Mistakes_are_told_beside_the_field_and_change_nothing(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var editor = await site.SignInAsync("ManageTaxonomies");
        var form = await editor.GetAsync(Page);

        var empty = await editor.SubmitAsync(form, "form.portal-form", [("Word", " "), ("Term", "")]);
        empty.Find("#Word-error").TextContent.ShouldContain("Type a word");
        empty.Find("#Term-error").TextContent.ShouldContain("Choose");
        var again = await editor.SubmitAsync(form, "form.portal-form", [("Word", "Choir"), ("Language", "en"), ("Term", "act-singing")]);
        again.Find("#Word-error").TextContent.ShouldContain("“Choir” already means Singing and music");
        again.Find("#Word").GetAttribute("value").ShouldBe("Choir");
    }
}
