namespace Portal.Directory.Typed;

/// <summary>Prose as it is kept: no blanks around it, one kind of line break, null where nothing was typed.</summary>
internal static class TypedText
{
    public static string? Clean(string? typed)
    {
        var text = typed?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
