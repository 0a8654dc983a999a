namespace PageTests.OpenReferral;

/// <summary>The reference data that lies beside the checkout on some machines.</summary>
internal static class Shared
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var place in new[] { Path.Combine(folder.FullName, "..", "shared"), Path.Combine(folder.FullName, "..", "..", "shared") })
            {
                if (File.Exists(Path.Combine(folder.FullName, "Portal.sln")) && System.IO.Directory.Exists(place)) return Path.GetFullPath(place);
            }
        }

        return "/nowhere";
    }
}
