namespace Portal.Signposting.Services;

/// <summary>Sets a text one sentence to a line, for Easy Read.</summary>
internal static class EasyLines
{
    private const string Ends = ".!?۔؟।";

    public static IEnumerable<string> Of(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var start = 0;
            for (var i = 0; i < line.Length; i++)
            {
                // An end is followed by a space; and one letter before a full stop is an initial, not a sentence.
                var isEnd = Ends.Contains(line[i], StringComparison.Ordinal) && (i + 1 == line.Length || line[i + 1] == ' ') && !(line[i] == '.' && i > 0 && char.IsLetter(line[i - 1]) && (i == 1 || line[i - 2] == ' '));
                if (!isEnd) continue;
                yield return line[start..(i + 1)].Trim();
                start = i + 1;
            }

            if (line[start..].Trim() is { Length: > 0 } rest) yield return rest;
        }
    }
}
