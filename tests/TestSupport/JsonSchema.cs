using System.Diagnostics;
using System.Text;
using Xunit;

namespace TestSupport;

/// <summary>
/// Validates JSON against the published schemas of Open Referral UK 3.0, which lie beside the repository (without them a test is
/// skipped), and against our own.
/// </summary>
public static class JsonSchema
{
    /// <summary>A folder of the standard; the test is skipped where it is not there.</summary>
    /// <param name="name">For example <c>schema</c> or <c>examples/csv</c>.</param>
    public static string FolderOf(string name)
    {
        // Beside the checkout, or beside the folder that holds several.
        var folder = new[] { "..", "../.." }.Select(up => Path.GetFullPath(Path.Combine(NodePackages.Root, up, "shared", "standards", "oruk-3.0", name))).FirstOrDefault(System.IO.Directory.Exists);
        Skip.If(folder is null, "The standard Open Referral UK is not beside the repository.");
        return folder!;
    }

    /// <summary>What is wrong with a document, or with each document of an array; nothing when all is valid.</summary>
    /// <param name="schema">File of the schema, for example <c>compiled/service.json</c>.</param>
    public static Task<IReadOnlyList<string>> ErrorsAsync(string schema, string json) => ErrorsInAsync(Path.Combine(FolderOf("schema"), schema), json);

    /// <summary>What is wrong with a document by a schema of our own, in <c>docs/schemas</c>.</summary>
    public static Task<IReadOnlyList<string>> OwnErrorsAsync(string schema, string json) => ErrorsInAsync(Path.Combine(NodePackages.Root, "docs", "schemas", schema), json);

    private static async Task<IReadOnlyList<string>> ErrorsInAsync(string file, string json)
    {
        var start = new ProcessStartInfo("node", ["validate.mjs", file])
        {
            WorkingDirectory = await NodePackages.FolderWithAsync("ajv"),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        using var validator = Process.Start(start)!;
        await validator.StandardInput.WriteAsync(json);
        validator.StandardInput.Close();
        var errors = validator.StandardError.ReadToEndAsync();
        var output = await validator.StandardOutput.ReadToEndAsync();
        await validator.WaitForExitAsync();
        if (validator.ExitCode != 0) throw new InvalidOperationException(await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
