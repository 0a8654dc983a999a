using Portal.Platform.Languages;

namespace Portal.Signposting.Services;

/// <summary>Keeps a name from mixing with the text around it where that runs from right to left: "R. K." would lose its last dot to the other side.</summary>
internal static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>The name as it is put into a sentence.</summary>
    public static string Isolate(string name, LanguageInfo around)
        => around.Direction == "rtl" ? $"{FirstStrongIsolate}{name}{PopDirectionalIsolate}" : name;
}
