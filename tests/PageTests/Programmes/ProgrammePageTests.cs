using System.Net;
using System.Text.Json.Nodes;
using PageTests.Learning;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Programmes;

public sealed class ProgrammePageTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task All_programmes_are_listed_by_kind_in_the_language_of_the_reader(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var english = await site.Visitor.GetAsync("/programmes");
        var urdu = await site.Visitor.GetAsync("/ur/programmes");

        english.Document.QuerySelectorAll(".portal-tile").Length.ShouldBe(11);
        english.Find(".portal-tile h3").TextContent.ShouldBe("Living with pain: the first two hours");
        english.Find(".portal-tile__meta").TextContent.ShouldBe("2 hours");
        urdu.Find(".portal-tile h3").TextContent.ShouldBe("درد کے ساتھ جینا: پہلے دو گھنٹے");
        urdu.Find(".portal-tile__meta").TextContent.ShouldBe("2 گھنٹے");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_programme_says_what_it_is_how_long_it_takes_and_how_to_come(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var page = await site.Visitor.GetAsync("/programmes/first-two-hours");

        page.Find("h1").TextContent.ShouldBe("Living with pain: the first two hours");
        page.Find("aside[aria-labelledby=short]").TextContent.ShouldContain("2 hours");
        page.Find("aside[aria-labelledby=come]").TextContent.ShouldContain("Ask your link worker or your GP practice.");
        page.Find("aside[aria-labelledby=come] a[href='tel:01134960123']").TextContent.ShouldContain("0113 496 0123");
        page.Document.QuerySelectorAll("section[aria-labelledby=before] h3 a").Length.ShouldBe(3);
        var data = JsonNode.Parse(page.Find("script[type='application/ld+json']").TextContent)!;
        data["@type"]!.GetValue<string>().ShouldBe("Course");
        data["timeRequired"]!.GetValue<string>().ShouldBe("PT2H");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_programme_falls_back_to_the_next_best_language(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var page = await site.Visitor.GetAsync("/cy/programmes/first-two-hours");

        page.Find("h1").GetAttribute("lang").ShouldBe("en");
        page.Find(".portal-notice").TextContent.ShouldContain("This page is not yet in your language");
        (await site.Visitor.GetAsync("/ur/programmes/first-two-hours")).Find(".portal-notice").TextContent.ShouldContain("یہ ترجمہ مشین نے کیا ہے");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_course_of_several_sessions_says_how_many_and_how_long(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        (await ReadingSite.RunItemsAsync(site, Course(minutes: 90, sessions: 8))).ShouldBeEmpty();

        (await site.Visitor.GetAsync("/programmes/course")).Find("aside[aria-labelledby=short]").TextContent.ShouldContain("8 sessions of 1 hour 30 minutes");
        (await site.Visitor.GetAsync("/pl/programmes/course")).Find("aside[aria-labelledby=short]").TextContent.ShouldContain("8 spotkań (każde: 1 godzina 30 minut)");
        (await site.Visitor.GetAsync("/programmes")).Text.ShouldContain("You meet the same people several times.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_length_that_cannot_be_is_told(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var problems = await ReadingSite.RunItemsAsync(site, Course(minutes: 0, sessions: 8));

        problems.ShouldHaveSingleItem().Message.ShouldBe("Programme 'prog-course': Minutes has to be between 1 and 1440.");
        (await site.Visitor.GetAsync("/programmes/course")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Course(int minutes, int sessions)
        => $$"""
            { "ContentItemId": "prog-course", "ContentItemVersionId": "prog-course-v1", "ContentType": "Programme", "TitlePart": { "Title": "A course" }, "AutoroutePart": { "Path": "course" },
              "LocalizationPart": { "LocalizationSet": "prog-course", "Culture": "en" },
              "ProgrammePart": { "Gist": { "Markdown": "Eight mornings." }, "Kind": { "Text": "course" }, "Minutes": { "Value": {{minutes}} }, "Sessions": { "Value": {{sessions}} } },
              "MarkdownBodyPart": { "Markdown": "We meet." } }
            """;
}
