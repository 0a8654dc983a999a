using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A site with two groups, an article and a programme, and a link worker who is signed in.</summary>
internal sealed class PlanSite
{
    public const string Choir = "t-choir";
    public const string Walk = "t-walk";

    private PlanSite(TestSite site, Visitor worker)
    {
        Site = site;
        Worker = worker;
    }

    public TestSite Site { get; }

    public Visitor Worker { get; }

    public static async Task<PlanSite> CreateAsync(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind, new TenantSettings
        {
            Name = "Living Well",
            Languages = ["en", "ur", "pl"],
            ContactPhone = "01632 960100",
            HelpNowText = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Talk to somebody now." },
            HelpNowPhone = "08081 570111",
        });
        await AddListingsAsync(site);
        return new PlanSite(site, await site.SignInAsync("UseWorkspace"));
    }

    /// <summary>Puts the groups, the article and the programme into a site.</summary>
    public static async Task AddListingsAsync(TestSite site)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-recipe-");
        try
        {
            var file = Path.Combine(folder.FullName, "plans.recipe.json");
            await File.WriteAllTextAsync(file, Recipe);
            (await site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(file, default))).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Starts a plan and shows its page.</summary>
    public async Task<Answer> StartAsync(string name = "Rukhsana", string language = "en", string matters = "I want to sing again.")
    {
        var form = await Worker.GetAsync("/workspace/plans/new");
        return await Worker.SubmitAsync(form, "main form", [("Person.Name", name), ("Person.Language", language), ("Matters", matters)]);
    }

    /// <summary>Starts a plan with the choir as its step and shows its page.</summary>
    public async Task<Answer> StartWithChoirAsync(string name = "Rukhsana", string language = "en")
    {
        var plan = await StartAsync(name, language);
        var found = await Worker.GetAsync(plan.Address.AbsolutePath.Replace(Site.Tenant.PathPrefix, "", StringComparison.Ordinal) + "?q=sing");
        return await PressAsync(found, $"button[formaction*='{Choir}']");
    }

    /// <summary>Makes a link to a plan and returns its code.</summary>
    public async Task<string> ShareAsync(string planId, int days = 30)
    {
        var share = await Worker.GetAsync($"/workspace/plans/{planId}/share");
        var made = await Worker.SubmitAsync(share, "form[method=post]:has([name=Days])", [("Days", days.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        return made.Find(".portal-share__link").TextContent.Split('/')[^1];
    }

    /// <summary>Presses a button of the plan's form, as a browser does: where it leads is what the button says.</summary>
    public async Task<Answer> PressAsync(Answer page, string button, params (string Name, string? Value)[] typed)
    {
        var form = (IHtmlFormElement)page.Find("#plan-form");
        form.SetAttribute("action", page.Find(button).GetAttribute("formaction")!);
        return await Worker.SubmitAsync(page, "#plan-form", typed);
    }

    public static string IdOf(Answer plan) => plan.Address.AbsolutePath.Split('/')[^1];

    private static readonly string Recipe = $$"""
        { "name": "plans", "steps": [ { "name": "content", "data": [
          { "ContentItemId": "t-org", "ContentItemVersionId": "t-org-v1", "ContentType": "Organisation", "DisplayText": "Singers", "Latest": true, "Published": true,
            "TitlePart": { "Title": "Singers" }, "AutoroutePart": { "Path": "singers" }, "LocalizationPart": { "LocalizationSet": "t-org", "Culture": "en" }, "OrganisationPart": {} },
          { "ContentItemId": "t-hall", "ContentItemVersionId": "t-hall-v1", "ContentType": "Venue", "DisplayText": "Kirkgate Hall", "Latest": true, "Published": true,
            "TitlePart": { "Title": "Kirkgate Hall" }, "AutoroutePart": { "Path": "kirkgate-hall" }, "LocalizationPart": { "LocalizationSet": "t-hall", "Culture": "en" },
            "VenuePart": { "AddressLine": { "Text": "12 Kirkgate" }, "Town": { "Text": "Shipley" }, "Postcode": { "Text": "BD18 3EL" }, "Latitude": { "Value": 53.83354 }, "Longitude": { "Value": -1.77771 }, "Transport": { "Text": "Bus 662 stops outside." } } },
          {{Listing(Choir, "Shipley Singers", "shipley-singers", "Sing for an hour and have tea.")}},
          { "ContentItemId": "{{Choir}}-ur", "ContentItemVersionId": "{{Choir}}-ur-v1", "ContentType": "Listing", "DisplayText": "شپلی سنگرز", "Latest": true, "Published": true,
            "TitlePart": { "Title": "شپلی سنگرز" }, "AutoroutePart": { "Path": "shipley-singers" }, "LocalizationPart": { "LocalizationSet": "{{Choir}}", "Culture": "ur" },
            "TranslationPart": { "SourceVersion": { "Text": "{{Choir}}-v1" }, "Review": { "Text": "machine" } },
            "ListingPart": { "Summary": { "Text": "ایک گھنٹہ گائیں اور چائے پئیں۔" } } },
          {{Listing(Walk, "Slow walk round the park", "slow-walk", "Forty minutes on flat paths.")}},
          { "ContentItemId": "t-sleep", "ContentItemVersionId": "t-sleep-v1", "ContentType": "Article", "DisplayText": "Sleep and pain", "Latest": true, "Published": true,
            "TitlePart": { "Title": "Sleep and pain" }, "AutoroutePart": { "Path": "sleep" }, "LocalizationPart": { "LocalizationSet": "t-sleep", "Culture": "en" },
            "ArticlePart": { "Gist": { "Markdown": "How to rest at night." } }, "MarkdownBodyPart": { "Markdown": "Go to bed at the same time." } },
          { "ContentItemId": "t-course", "ContentItemVersionId": "t-course-v1", "ContentType": "Programme", "DisplayText": "Living with pain", "Latest": true, "Published": true,
            "TitlePart": { "Title": "Living with pain" }, "AutoroutePart": { "Path": "living-with-pain" }, "LocalizationPart": { "LocalizationSet": "t-course", "Culture": "en" },
            "ProgrammePart": { "Gist": { "Markdown": "The first two hours." }, "Kind": { "Text": "module" }, "Minutes": { "Value": 120 }, "Sessions": { "Value": 1 } }, "MarkdownBodyPart": { "Markdown": "You learn why pain can go on." } }
        ] } ] }
        """;

    private static string Listing(string id, string title, string slug, string summary) => $$"""
        { "ContentItemId": "{{id}}", "ContentItemVersionId": "{{id}}-v1", "ContentType": "Listing", "DisplayText": "{{title}}", "Latest": true, "Published": true,
          "TitlePart": { "Title": "{{title}}" }, "AutoroutePart": { "Path": "{{slug}}" }, "LocalizationPart": { "LocalizationSet": "{{id}}", "Culture": "en" },
          "ListingPart": { "Summary": { "Text": "{{summary}}" }, "Organisation": { "ContentItemIds": ["t-org"] }, "Venue": { "ContentItemIds": ["t-hall"] },
            "Attendance": { "Values": ["in-person"] }, "Languages": { "Values": ["en", "ur"] }, "Cost": { "Text": "free" }, "Places": { "Text": "open" },
            "Schedules": { "ContentItems": [ { "ContentType": "Schedule", "SchedulePart": { "Frequency": { "Text": "WEEKLY" }, "Interval": { "Value": 1 }, "ByDay": { "Values": ["TU"] }, "StartTime": { "Text": "10:00" }, "EndTime": { "Text": "11:30" } } } ] },
            "ContactName": { "Text": "Nasreen" }, "ContactPhone": { "Text": "0113 496 0142" }, "ContactText": { "Text": "07700 900142" }, "AssuredDate": { "Value": "[js: today(-12)]" } } }
        """;
}
