using System.Net;
using System.Net.Sockets;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Sites;

/// <summary>Each verb does what docs/operations.md says; a mistake is told in a line on standard error and never ends with 0.</summary>
public sealed class CommandLineTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_tenant_is_added_listed_suspended_resumed_and_removed(DatabaseKind kind)
    {
        await using var tool = await Tool.CreateAsync(kind);

        (await tool.DoAsync("tenant", "add", "keighley", "--recipe", "new-place", "--prefix", "k", "--site-name", "Keighley")).ShouldContain("'keighley' answers at http://localhost:5000/k/");
        (await tool.FailAsync("tenant", "add", "keighley", "--recipe", "new-place")).ShouldBe("There is a tenant 'keighley' already.");
        (await tool.DoAsync("tenant", "suspend", "keighley")).ShouldContain("is suspended");
        (await tool.DoAsync("tenant", "list")).ShouldMatch(@"keighley +Suspended +http://localhost:5000/k/");
        (await tool.DoAsync("tenant", "resume", "keighley")).ShouldContain("is running");
        (await tool.DoAsync("tenant", "list")).ShouldMatch(@"keighley +Running");

        (await tool.FailAsync("tenant", "remove", "keighley")).ShouldContain("--yes");
        var no = await tool.TypeAsync("no", "tenant", "remove", "keighley");
        (no.ExitCode, no.Errors.Trim()).ShouldBe((1, "The tenant 'keighley' is not removed. Give --yes to say that you mean it."));
        no.Output.ShouldContain("with all it holds. Type yes to go on: ");
        (await tool.DoAsync("tenant", "list")).ShouldContain("keighley");
        var backup = (await tool.DoAsync("tenant", "remove", "keighley", "--yes")).Trim().Split(' ')[^1].TrimEnd('.');
        (await tool.DoAsync("tenant", "list")).ShouldNotContain("keighley");

        (await tool.DoAsync("restore", backup)).ShouldContain("'keighley' is restored");
        (await tool.DoAsync("tenant", "list")).ShouldMatch(@"keighley +Running +http://localhost:5000/k/");
        (await tool.TypeAsync("yes", "tenant", "remove", "keighley")).ExitCode.ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_backup_is_put_over_a_tenant_only_when_somebody_says_so(DatabaseKind kind)
    {
        await using var tool = await Tool.CreateAsync(kind);
        await tool.DoAsync("tenant", "add", "keighley", "--recipe", "new-place");
        var backup = (await tool.DoAsync("backup", "keighley", "--output", tool.FileOf("backups"))).Trim();
        await tool.DoAsync("user", "add", "--tenant", "keighley", "--email", "late@example.org", "--role", "Administrator");

        (await tool.FailAsync("restore", backup)).ShouldBe("There is a tenant 'keighley' already. Give --yes to put the backup over it, or --as NAME for another name.");
        (await tool.TypeAsync("", "restore", backup)).ExitCode.ShouldBe(1);
        (await HasLateAsync(tool, "keighley")).ShouldBeTrue();
        (await tool.DoAsync("restore", backup, "--as", "copy")).ShouldContain("'copy' is restored");
        (await HasLateAsync(tool, "copy")).ShouldBeFalse();

        (await tool.TypeAsync("yes", "restore", backup)).ExitCode.ShouldBe(0);
        (await HasLateAsync(tool, "keighley")).ShouldBeFalse();
        await tool.DoAsync("restore", backup, "--yes");
        System.IO.Directory.GetFiles(Path.Combine(tool.DataFolder, "backups"), "keighley-*.zip").Length.ShouldBe(2, "what was there before is backed up each time");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task All_tenants_and_the_keys_are_backed_up_at_once(DatabaseKind kind)
    {
        await using var tool = await Tool.CreateAsync(kind);
        await tool.DoAsync("tenant", "add", "keighley", "--recipe", "new-place");

        var files = (await tool.DoAsync("backup", "--all", "--output", tool.FileOf("backups"))).Trim().Split('\n').Select(file => file.Trim()).ToList();

        files.ShouldAllBe(file => File.Exists(file));
        files.Select(file => Path.GetFileName(file).Split('-')[0]).ShouldBe(["default", "keighley", "platform"]);
        (await tool.DoAsync("restore", files[2])).ShouldContain("keys of the platform");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Users_are_added_and_let_in(DatabaseKind kind)
    {
        await using var tool = await Tool.CreateAsync(kind);
        await tool.DoAsync("tenant", "add", "keighley", "--recipe", "new-place");
        string[] who = ["--tenant", "keighley", "--email", "sana@example.org"];

        (await tool.FailAsync(["user", "sign-in-link", .. who])).ShouldBe("There is no user 'sana@example.org'. Give --role to make one.");
        (await tool.FailAsync(["user", "add", .. who, "--role", "Wizard"])).ShouldBe("There is no role 'Wizard'.");
        (await tool.DoAsync(["user", "add", .. who, "--role", "Administrator", "--name", "Sana"])).ShouldContain("Sana <sana@example.org>");
        (await tool.FailAsync(["user", "add", .. who])).ShouldBe("There is a user 'sana@example.org' in 'keighley' already; nothing was changed.");
        (await tool.FailAsync("user", "add", "--tenant", "keighley", "--email", "nobody")).ShouldContain("not an e-mail address");
        var link = (await tool.DoAsync(["user", "sign-in-link", .. who])).Trim();

        await using var host = await tool.ServeAsync(kind);
        var visitor = (await TestSite.OpenAsync(host, "keighley")).NewVisitor();
        (await visitor.FollowLinkAsync(new Uri(host.Address, new Uri(link).PathAndQuery).ToString())).Document.Body!.TextContent.ShouldContain("Sana");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_tenant_removed_and_added_by_hand_is_the_new_one_for_the_program_that_runs(DatabaseKind kind)
    {
        await using var tool = await Tool.CreateAsync(kind);
        await tool.DoAsync("tenant", "add", "keighley", "--recipe", "new-place", "--site-name", "Old");
        await using var host = await tool.ServeAsync(kind);
        var visitor = (await TestSite.OpenAsync(host, "keighley")).Visitor;
        (await visitor.GetAsync("/groups")).Document.Title!.ShouldContain("Old");

        (await tool.StartAsync("tenant", "remove", "keighley", "--yes")).ExitCode.ShouldBe(0);
        (await tool.StartAsync("tenant", "add", "keighley", "--recipe", "new-place", "--site-name", "New")).ExitCode.ShouldBe(0);

        await Wait.UntilAsync(async () => (await visitor.GetAsync("/groups")).Document.Title!.Contains("New", StringComparison.Ordinal));
        await tool.DoAsync("recipe", "run", await FileAsync(tool, "name.recipe.json", """{ "name": "n", "steps": [ { "name": "PortalSettings", "Name": "Newer" } ] }"""), "--tenant", "keighley");
        (await visitor.GetAsync("/groups")).Document.Title!.ShouldContain("Newer");
    }

    [Fact]
    public async Task Recipes_are_checked_run_and_described()
    {
        await using var tool = await Tool.CreateAsync(DatabaseKind.Sqlite);
        await tool.DoAsync("tenant", "add", "keighley", "--recipe", "new-place");
        var good = await FileAsync(tool, "good.recipe.json", """{ "name": "good", "steps": [ { "name": "PortalSettings", "Name": "Keighley and around" } ] }""");
        var bad = await FileAsync(tool, "bad.recipe.json", "{ \"name\": \"bad\", \"steps\": [\n{ \"name\": \"polish\" } ] }");

        (await tool.DoAsync("recipe", "check", good)).Trim().ShouldBe("The recipe is right.");
        (await tool.DoAsync("recipe", "check", good, "--tenant", "keighley")).Trim().ShouldBe("The recipe is right.");
        (await tool.FailAsync("recipe", "check", bad)).ShouldContain("bad.recipe.json, line 2, step 1 (polish): ");
        (await tool.RunAsync("recipe", "run", bad, "--tenant", "keighley")).Errors.ShouldContain("Nothing of the recipe has been kept.");
        (await tool.DoAsync("recipe", "run", good, "--tenant", "keighley")).Trim().ShouldBe("The recipe was run.");
        await tool.DoAsync("recipe", "export", "keighley", "--output", tool.FileOf("out.json"));
        (await File.ReadAllTextAsync(tool.FileOf("out.json"))).ShouldContain("Keighley and around");
        await tool.DoAsync("recipe", "schema", "--output", tool.FileOf("schemas"));
        (await File.ReadAllTextAsync(Path.Combine(tool.FileOf("schemas"), "recipe.schema.json"))).ShouldContain("step-media");
    }

    [Fact]
    public async Task A_mistake_is_told_in_a_line()
    {
        await using var tool = await Tool.CreateAsync(DatabaseKind.Sqlite);
        var nowhere = tool.FileOf("nowhere/file.json");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var noBackup = await FileAsync(tool, "no.zip", "not a zip");
        (string[] Words, string Told)[] mistakes =
        [
            (["tenant", "suspend", "nobody"], "There is no tenant 'nobody'."),
            (["tenant", "remove", "nobody", "--yes"], "There is no tenant 'nobody'."),
            (["tenant", "suspend", "default"], "The default tenant looks after the platform. It can be neither suspended nor removed."),
            (["tenant", "remove", "default", "--yes"], "The default tenant looks after the platform. It can be neither suspended nor removed."),
            (["recipe", "export", "nobody", "--output", tool.FileOf("x.json")], "There is no tenant 'nobody'."),
            (["recipe", "export", "default", "--output", nowhere], $"Could not find a part of the path '{nowhere}'."),
            (["recipe", "check", nowhere], nowhere),
            (["user", "add", "--tenant", "nobody", "--email", "a@example.org"], "There is no tenant 'nobody'."),
            (["backup", "nobody", "--output", tool.FileOf("b")], "There is no tenant 'nobody'."),
            (["backup", "--output", tool.FileOf("b")], "Give the name of a tenant, or --all."),
            (["restore", nowhere], "The backup cannot be read."),
            (["restore", noBackup], "The backup cannot be read."),
            (["backup", "default"], "Option '--output' is required."),
            (["tenant", "list", "--colour"], "--colour"),
            (["tenant", "list", "--Portal:Database", "oracle"], "Portal:Database is 'oracle'. It can be 'sqlite' or 'postgres'."),
            (["tenant", "list", "--Portal:Database", "postgres"], "Portal:Database is 'postgres', so ConnectionStrings:Portal must say where the server is."),
            (["tenant", "list", "--Portal:Database", "postgres", "--ConnectionStrings:Portal", "Host=127.0.0.1;Port=1;Timeout=5"], "Failed to connect to 127.0.0.1:1"),
            (["tenant", "list", "--Portal:Database", "postgres", "--ConnectionStrings:Portal", "nonsense"], "ConnectionStrings:Portal"),
            (["tenant", "lst"], "Unrecognized command or argument 'lst'. For help add --help."),
            (["serve", "--urls", $"http://{taken.LocalEndpoint}", "--Portal:Samples", "false"], "address already in use"),
        ];

        foreach (var (words, told) in mistakes) (await tool.FailAsync(words)).ShouldContain(told);
        (await tool.FailAsync("tenant", "add", "Keighley", "--prefix", "keighley", "--recipe", "new-place")).ShouldContain("'Keighley'");
    }

    [Fact]
    public async Task The_program_itself_ends_with_the_number_and_waits_for_nobody()
    {
        await using var tool = await Tool.CreateAsync(DatabaseKind.Sqlite);
        var said = await tool.StartAsync("tenant", "remove", "nobody");

        (said.ExitCode, said.Output, said.Errors.Trim()).ShouldBe((1, "", "There is no tenant 'nobody'."));
    }

    private static async Task<bool> HasLateAsync(Tool tool, string tenant)
        => (await tool.RunAsync("user", "sign-in-link", "--tenant", tenant, "--email", "late@example.org")).ExitCode == 0;

    private static async Task<string> FileAsync(Tool tool, string name, string text)
    {
        await File.WriteAllTextAsync(tool.FileOf(name), text);
        return tool.FileOf(name);
    }
}
