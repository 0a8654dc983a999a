namespace Portal.Commands;

/// <summary>
/// Tells the settings of the program apart from the words of a command. Settings are handed to ASP.NET Core's configuration as
/// they stand; everything else has to be known to the command, so that a mistyped option is an error.
/// </summary>
internal static class SettingArguments
{
    private static readonly string[] known = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName"];

    public static (string[] Words, string[] Settings) Split(IReadOnlyList<string> args)
    {
        List<string> words = [], settings = [];
        for (var i = 0; i < args.Count; i++)
        {
            if (!IsSetting(args[i]))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Count) settings.Add(args[++i]);
        }

        return ([.. words], [.. settings]);
    }

    private static bool IsSetting(string arg)
    {
        if (!arg.StartsWith("--", StringComparison.Ordinal)) return false;
        var key = arg[2..].Split('=')[0];
        return key.Contains(':', StringComparison.Ordinal) || known.Contains(key, StringComparer.OrdinalIgnoreCase);
    }
}
