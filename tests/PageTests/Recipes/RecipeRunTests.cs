using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Recipes.Running;
using Shouldly;
using TestSupport;

namespace PageTests.Recipes;

/// <summary>All of a recipe is kept or nothing, and what was run before is not run again. With a content type of the test's own.</summary>
public sealed class RecipeRunTests
{
    private const string Settings = """{ "name": "PortalSettings", "Name": "Keighley" }""";

    [DatabaseTheory, EveryDatabase]
    public async Task A_recipe_that_fits_is_kept(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        (await RunAsync(site, Recipe(Settings, Content(Item("n1", "n1-v1", "Hello"))))).ShouldBeEmpty();

        (await NoteAsync(site, "n1")).ShouldBe("Hello");
        (await site.RunAsync(services => Task.FromResult(services.GetRequiredService<TenantContext>().Settings))).Name.ShouldBe("Keighley");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_of_a_recipe_with_an_error_is_kept(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        var problems = await RunAsync(site, Recipe(Settings, Content(Item("n1", "n1-v1", "Hello"), Item("n2", "n2-v1", "", refersTo: "n9"))));

        problems.ShouldHaveSingleItem().Message.ShouldContain("'n9'");
        (await NoteAsync(site, "n1")).ShouldBeNull();
        (await site.RunAsync(services => Task.FromResult(services.GetRequiredService<TenantContext>().Settings))).Name.ShouldBe("Test site");
        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().CountAsync())).ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_reference_that_leads_nowhere_is_told_with_the_line_it_stands_on(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        var problems = await RunAsync(site, "{ \"name\": \"a\", \"steps\": [\n{ \"name\": \"content\", \"data\": [\n{ \"ContentType\": \"Note\",\n\"NotePart\": {\n\"RefersTo\": { \"Text\": \"n9\" } } } ] } ] }");

        problems.ShouldHaveSingleItem().Line.ShouldBe(5);
        problems[0].Step.ShouldBe("1 (content)");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Running_it_twice_changes_nothing(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var recipe = Recipe(Settings, Content(Item("n1", "n1-v1", "Hello"), """{ "ContentType": "Note", "NotePart": { "Body": { "Text": "No ids" } } }"""));
        await RunAsync(site, recipe);
        await WriteNoteAsync(site, "n1", "Changed by a volunteer");
        var before = await VersionAsync(site);

        (await RunAsync(site, recipe)).ShouldBeEmpty();

        (await NoteAsync(site, "n1")).ShouldBe("Changed by a volunteer");
        (await VersionAsync(site)).ShouldBe(before);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_version_is_run_and_an_old_one_never_again(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await RunAsync(site, Recipe(Content(Item("n1", "n1-v1", "First"))));

        await RunAsync(site, Recipe(Content(Item("n1", "n1-v2", "Second"))));
        (await NoteAsync(site, "n1")).ShouldBe("Second");

        await RunAsync(site, Recipe(Content(Item("n1", "n1-v1", "First"))));
        (await NoteAsync(site, "n1")).ShouldBe("Second");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_check_keeps_nothing(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        (await RunAsync(site, Recipe(Settings, Content(Item("n1", "n1-v1", "Hello"))), keep: false)).ShouldBeEmpty();

        (await NoteAsync(site, "n1")).ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_translation_comes_after_what_it_translates(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        await RunAsync(site, Recipe(Content(Item("n1-ur", "n1-ur-v1", "", set: "n1", culture: "ur"), Item("n1", "n1-v1", "", set: "n1", culture: "en"))));
        await RunAsync(site, Recipe(Content(Item("n1-pl", "n1-pl-v1", "", set: "n1", culture: "pl"))));

        (await NoteAsync(site, "order")).ShouldBe("n1 master, n1-ur translation, n1-pl translation, ");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Settings_that_do_not_fit_are_told_all_at_once(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        var problems = await RunAsync(site, Recipe(
            """{ "name": "PortalSettings", "Languages": ["en", "klingon-1"], "AccentColour": "red", "TimeZone": "Mars/Base" }""",
            """{ "name": "themes", "site": "Neon" }""",
            """{ "name": "feature", "enable": ["Portal.Rockets"], "disable": ["Portal.Tenancy"] }"""));

        problems.Count.ShouldBe(6);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_the_settings_of_a_recipe_do_not_name_stays(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        await RunAsync(site, Recipe("""{ "name": "themes", "site": "Health" }""", """{ "name": "PortalSettings", "HelpNowPhone": "01632 960123" }"""));

        var settings = await site.RunAsync(services => Task.FromResult(services.GetRequiredService<TenantContext>().Settings));
        (settings.Theme, settings.HelpNowPhone, settings.Name, settings.Languages.Count).ShouldBe(("Health", "01632 960123", "Test site", 3));
    }

    private static string Recipe(params string[] steps) => $$"""{ "name": "a", "steps": [ {{string.Join(",\n", steps)}} ] }""";

    private static string Content(params string[] items) => $$"""{ "name": "content", "data": [ {{string.Join(",\n", items)}} ] }""";

    private static string Item(string id, string version, string text, string? refersTo = null, string? set = null, string culture = "en")
        => $$"""
            { "ContentItemId": "{{id}}", "ContentItemVersionId": "{{version}}", "ContentType": "Note",
              {{(set is null ? "" : $$"""  "LocalizationPart": { "LocalizationSet": "{{set}}", "Culture": "{{culture}}" }, """)}}
              "NotePart": { "Body": { "Text": "{{text}}" } {{(refersTo is null ? "" : $$""" , "RefersTo": { "Text": "{{refersTo}}" } """)}} } }
            """;

    private static async Task<IReadOnlyList<RecipeProblem>> RunAsync(TestSite site, string json, bool keep = true)
    {
        var file = Path.Combine(site.Host.DataFolder, Ids.Secret(10) + ".recipe.json");
        await File.WriteAllTextAsync(file, json);
        return await site.RunAsync(services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return ActivatorUtilities.CreateInstance<RecipeRunner>(services, new IContentType[] { new NoteType(db) }.AsEnumerable()).RunAsync(file, null, keep, default);
        });
    }

    private static Task<string?> NoteAsync(TestSite site, string id)
        => site.RunAsync(async services => (string?)await Setting.ReadAsync<string>(services.GetRequiredService<PortalDbContext>(), "note:" + id, null!));

    private static Task WriteNoteAsync(TestSite site, string id, string text) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await Setting.WriteAsync(db, "note:" + id, text);
        await db.SaveChangesAsync();
    });

    private static Task<long> VersionAsync(TestSite site) => site.RunAsync(services => Task.FromResult(services.GetRequiredService<TenantContext>().Profile.Version));

    private sealed class NoteItem : ContentItem
    {
        public NotePart? NotePart { get; init; }
    }

    private sealed record NotePart(TextField? Body = null, TextField? RefersTo = null);

    /// <summary>Notes are kept as settings; the setting "note:order" tells in which order they came.</summary>
    private sealed class NoteType(PortalDbContext db) : IContentType
    {
        public string Name => "Note";

        public Type Model => typeof(NoteItem);

        public int Order => 0;

        public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
        {
            var note = ((NoteItem)import.Item).NotePart;
            if (note?.RefersTo?.Text is { } other && await db.Set<Setting>().FindAsync(["note:" + other], cancellationToken) is null) import.Error($"There is no note '{other}'.");
            await Setting.WriteAsync(db, "note:" + import.Item.ContentItemId, note?.Body?.Text, cancellationToken);
            var order = await db.Set<Setting>().FindAsync(["note:order"], cancellationToken);
            var before = order is null ? "" : order.Json.Trim('"');
            await Setting.WriteAsync(db, "note:order", $"{before}{import.Item.ContentItemId} {(import.IsMaster ? "master" : "translation")}, ", cancellationToken);
        }

        public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
