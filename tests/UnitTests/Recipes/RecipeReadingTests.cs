using Portal.Recipes.Contracts;
using Portal.Recipes.Reading;
using Shouldly;
using Xunit;

namespace UnitTests.Recipes;

/// <summary>What the reader of recipes finds wrong, and on which line.</summary>
public sealed class RecipeReadingTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("recipes-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_right_recipe_has_no_problems()
    {
        var plan = await ReadAsync("""{ "name": "a", "steps": [ { "name": "content", "data": [ { "ContentItemId": "n1", "ContentItemVersionId": "n1-v1", "ContentType": "Note", "NotePart": { "Body": { "Text": "Hello" } } } ] } ] }""");

        plan.Problems.ShouldBeEmpty();
        plan.Items.ShouldHaveSingleItem().Item.ShouldBeOfType<NoteItem>().NotePart!.Body!.Text.ShouldBe("Hello");
    }

    [Fact]
    public async Task Every_unknown_step_type_and_field_is_told_with_its_line()
    {
        var plan = await ReadAsync("""
            {
              "name": "a",
              "colour": "red",
              "steps": [
                { "name": "polish" },
                { "name": "content", "data": [
                  { "ContentType": "Blog" },
                  {
                    "ContentType": "Note",
                    "NotePart": {
                      "Body": { "Txt": "Hello" },
                      "Day": { "Value": "tomorrow" }
                    },
                    "ExtraPart": {}
                  }
                ] }
              ]
            }
            """);

        plan.Problems.Select(problem => (problem.Line, problem.Step)).ShouldBe([(3, null), (5, "1 (polish)"), (7, "2 (content)"), (11, "2 (content)"), (12, "2 (content)"), (14, "2 (content)")], ignoreOrder: true);
        plan.Problems.Single(problem => problem.Line == 11).Message.ShouldContain("'Txt'");
        plan.Problems.Single(problem => problem.Line == 12).Message.ShouldContain("2026-05-01");
    }

    [Fact]
    public async Task Broken_JSON_is_told_with_its_line()
    {
        var plan = await ReadAsync("{\n  \"name\": \"a\",\n  \"steps\": [ }\n}");

        plan.Problems.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{ "name": "a", "steps": [] } more""")]
    [InlineData("")]
    [InlineData("[]")]
    public async Task What_is_no_recipe_at_all_is_told(string json) => (await ReadAsync(json)).Problems.ShouldNotBeEmpty();

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
        => (await Loader().LoadAsync(Path.Combine(folder, "none.recipe.json"), default)).Problems.ShouldHaveSingleItem().Message.ShouldStartWith("The file cannot be read");

    [Fact]
    public async Task A_missing_field_and_a_field_that_stands_twice_are_told()
    {
        var plan = await ReadAsync("""{ "steps": [ { "name": "content", "data": [ { "ContentType": "Note", "TitlePart": { "Title": "A", "Title": "B" } } ] } ] }""");

        plan.Problems.Select(problem => problem.Message).ShouldBe(["The field 'name' is missing.", "The field 'Title' stands here twice."], ignoreOrder: true);
    }

    [Fact]
    public async Task An_item_without_ids_gets_the_same_ones_every_time()
    {
        const string Json = """{ "name": "a", "steps": [ { "name": "content", "data": [ { "ContentType": "Note", "NotePart": { "Day": { "Value": "[js: today()]" } } } ] } ] }""";

        var first = (await ReadAsync(Json)).Items.Single();
        var later = (await ReadAsync(Json.Replace("\"ContentType\": ", "\"ContentType\":", StringComparison.Ordinal), today: new DateOnly(2027, 1, 1))).Items.Single();

        first.Id.Length.ShouldBe(26);
        (later.Id, later.VersionId).ShouldBe((first.Id, first.VersionId));
    }

    [Theory]
    [InlineData("A-B")]
    [InlineData("with space")]
    [InlineData("123456789012345678901234567")]
    public async Task An_id_that_does_not_fit_is_told(string id)
        => (await ReadAsync($$"""{ "name": "a", "steps": [ { "name": "content", "data": [ { "ContentType": "Note", "ContentItemId": "{{id}}" } ] } ] }""")).Problems.ShouldHaveSingleItem().Message.ShouldContain(id);

    [Fact]
    public async Task A_function_is_called_where_it_is_the_whole_value_of_a_field()
    {
        var plan = await ReadAsync("""{ "name": "a", "steps": [ { "name": "content", "data": [ { "ContentItemId": "[js: uuid()]", "ContentType": "Note", "NotePart": { "Day": { "Value": "[js: today(-12)]" } } } ] } ] }""");

        plan.Problems.ShouldBeEmpty();
        plan.Items.Single().Id.ShouldBe("new-id");
        ((NoteItem)plan.Items.Single().Item).NotePart!.Day!.Value.ShouldBe(new DateOnly(2026, 11, 10));
    }

    [Fact]
    public async Task Text_that_somebody_wrote_is_never_run()
    {
        var plan = await ReadAsync("""{ "name": "a", "steps": [ { "name": "content", "data": [ { "ContentType": "Note", "TitlePart": { "Title": "[js: today()]" }, "NotePart": { "Body": { "Text": "About [js: today()] and more" }, "Day": { "Value": "2026-05-01" } } } ] } ] }""");

        plan.Problems.ShouldBeEmpty();
        plan.Items.Single().Item.TitlePart!.Title.ShouldBe("[js: today()]");
        ((NoteItem)plan.Items.Single().Item).NotePart!.Body!.Text.ShouldBe("About [js: today()] and more");
    }

    [Theory]
    [InlineData("[js: process.exit()]")]
    [InlineData("[js: today('x')]")]
    [InlineData("[js: parameters('Missing')]")]
    [InlineData("[js: ]")]
    public async Task An_unknown_function_is_told(string script)
    {
        var plan = await ReadAsync($$"""
            { "name": "a", "steps": [
              { "name": "content", "data": [
                { "ContentType": "Note",
                  "NotePart": { "Day": { "Value": "{{script}}" } } } ] } ] }
            """);

        plan.Problems.ShouldContain(problem => problem.Line == 4 && problem.Step == "1 (content)" && problem.Message.Contains("today(days)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parameter_is_put_in_where_it_is_called()
    {
        var plan = await ReadAsync("""{ "name": "a", "steps": [ { "name": "Greeting", "Words": "[js: parameters('SiteName')]" } ] }""");

        plan.Steps.ShouldHaveSingleItem().Model.ShouldBeOfType<GreetingModel>().Words.ShouldBe("Keighley");
    }

    [Fact]
    public async Task The_name_of_a_step_is_read_whatever_its_case()
        => (await ReadAsync("""{ "name": "a", "steps": [ { "Words": "Hello", "name": "GREETING" } ] }""")).Steps.Count.ShouldBe(1);

    [Fact]
    public async Task A_recipe_is_found_in_the_folder_and_in_those_beside_it_and_run_once()
    {
        Write("one/start.recipe.json", """{ "name": "start", "steps": [ { "name": "recipes", "Values": [ { "executionid": "x", "name": "near" }, { "executionid": "x", "name": "far" }, { "executionid": "x", "name": "far" } ] } ] }""");
        Write("one/near.recipe.json", """{ "name": "near", "steps": [ { "name": "Greeting", "Words": "near" } ] }""");
        Write("two/far.recipe.json", """{ "name": "far", "steps": [ { "name": "Greeting", "Words": "far" } ] }""");

        var plan = await Loader().LoadAsync(Path.Combine(folder, "one/start.recipe.json"), default);

        plan.Problems.ShouldBeEmpty();
        plan.Steps.Select(step => ((GreetingModel)step.Model).Words).ShouldBe(["near", "far"]);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("../../etc/passwd")]
    [InlineData("start")]
    public async Task A_recipe_that_is_not_there_or_runs_itself_is_told(string name)
    {
        Write("one/start.recipe.json", $$"""{ "name": "start", "steps": [ { "name": "recipes", "Values": [ { "name": "{{name}}" } ] } ] }""");

        (await Loader().LoadAsync(Path.Combine(folder, "one/start.recipe.json"), default)).Problems.ShouldHaveSingleItem().Message.ShouldContain(name);
    }

    private async Task<RecipePlan> ReadAsync(string json, DateOnly? today = null)
    {
        Write("a.recipe.json", json);
        return await Loader(today).LoadAsync(Path.Combine(folder, "a.recipe.json"), default);
    }

    private void Write(string file, string json)
    {
        var path = Path.Combine(folder, file);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json);
    }

    private static RecipeLoader Loader(DateOnly? today = null)
        => new([new GreetingStep()], [new NoteType()], new Scripts(today ?? new DateOnly(2026, 11, 22), () => "new-id", new Dictionary<string, string> { ["SiteName"] = "Keighley" }));
}

internal sealed class NoteItem : ContentItem
{
    public NotePart? NotePart { get; init; }
}

internal sealed record NotePart
{
    public TextField? Body { get; init; }

    public DateField? Day { get; init; }
}

internal sealed class NoteType : IContentType
{
    public string Name => "Note";

    public Type Model => typeof(NoteItem);

    public int Order => 0;

    public Task ImportAsync(ItemImport import, CancellationToken cancellationToken) => Task.CompletedTask;

    public IAsyncEnumerable<ContentItem> ExportAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<ContentItem>();
}

internal sealed record GreetingModel
{
    public required string Words { get; init; }
}

internal sealed class GreetingStep : IRecipeStep
{
    public string Name => "Greeting";

    public Type Model => typeof(GreetingModel);

    public int Order => 0;

    public Task RunAsync(StepRun run, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<object?> ExportAsync(CancellationToken cancellationToken) => Task.FromResult<object?>(null);
}
