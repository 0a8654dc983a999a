namespace Portal.Tenancy.Services;

/// <summary>The languages that the program itself speaks: English, and those whose files lie beside it.</summary>
internal static class TranslatedLanguages
{
    private static readonly Lazy<IReadOnlyList<string>> codes = new(() =>
        [.. System.IO.Directory.GetDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, "Portal.Platform.resources.dll")))
            .Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal).Prepend("en")]);

    public static IReadOnlyList<string> Codes => codes.Value;
}
