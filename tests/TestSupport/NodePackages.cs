using System.Diagnostics;
using Xunit;

namespace TestSupport;

/// <summary>The programs of the tests that need Node, with their packages.</summary>
public static class NodePackages
{
    private static readonly SemaphoreSlim installing = new(1);

    /// <summary>Folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the programs; the packages are installed at first use, and where they cannot be, the test is skipped.</summary>
    /// <param name="package">A package that has to be there.</param>
    public static async Task<string> FolderWithAsync(string package)
    {
        var folder = Path.Combine(Root, "tests", "TestSupport", "node");
        await installing.WaitAsync();
        try
        {
            if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules", package)))
            {
                using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder })!;
                await npm.WaitForExitAsync();
                Skip.If(npm.ExitCode != 0, $"The package {package} could not be installed.");
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "Node is not installed.");
        }
        finally
        {
            installing.Release();
        }

        return folder;
    }

    private static string FindRoot()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Portal.sln"))) root = root.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return root.FullName;
    }
}
