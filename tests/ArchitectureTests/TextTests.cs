using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rule 8: every language has every text, with the same places for values, and every text that is asked for exists.</summary>
public sealed partial class TextTests
{
    private static readonly string[] languages = ["ur", "pl"];
    private static readonly string source = Path.Combine(Product.Root, "src");

    [Fact]
    public void All_languages_have_the_same_texts()
    {
        var neutral = Product.Sources(source, ".resx").Where(file => !languages.Any(language => file.EndsWith($".{language}.resx", StringComparison.Ordinal))).ToList();
        neutral.ShouldNotBeEmpty();
        neutral.SelectMany(file => languages.SelectMany(language => Differences(Read(file), Read(Path.ChangeExtension(file, $".{language}.resx")))
            .Select(difference => $"{Path.GetFileNameWithoutExtension(file)}.{language} {difference}"))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        var texts = Product.Sources(source, ".resx").Where(file => Path.GetFileName(file).Count(letter => letter == '.') == 1)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Read(file).Keys.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var asked = Product.Modules.Select(Product.FolderOf).Append(Path.Combine(source, "Platform")).SelectMany(AskedForIn)
            .Concat(Product.Modules.SelectMany(module => NamesOfJobs(Product.FolderOf(module)).Select(key => (module.Manifest.Resources.Name, key)))).ToList();
        asked.ShouldNotBeEmpty();
        Missing(asked, texts).ShouldBeEmpty();
    }

    [Fact]
    public void Texts_named_by_manifests_exist()
        => Product.Modules.SelectMany(module => module.Manifest.Menu.Select(entry => entry.TextKey).Concat(module.Manifest.Permissions.Select(permission => permission.TextKey))
            .Where(key => !Read(Path.Combine(Product.FolderOf(module), "Resources", module.Manifest.Resources.Name + ".resx")).ContainsKey(key))
            .Select(key => $"{module.Manifest.Id}: {key}")).ShouldBeEmpty();

    [Fact]
    public void Differences_between_languages_are_found()
    {
        Dictionary<string, string> english = new() { ["A"] = "Yes", ["B"] = "{0} of {1}", ["C"] = "Bold", ["D"] = "Text", ["E.one"] = "{0} day", ["F"] = "" };
        Dictionary<string, string> polish = new() { ["B"] = "{0} z {2}", ["C"] = "<b>Tłusto</b>", ["D"] = " ", ["E.one"] = "jeden dzień", ["F"] = "", ["G"] = "Nadto" };

        Differences(english, polish).ShouldBe(
        [
            "lacks A", "has G, which English lacks", "B: {0} of {1} – {0} z {2}", "C has HTML", "D is empty",
        ]);
    }

    [Fact]
    public void A_text_that_is_asked_for_and_missing_is_found()
    {
        var asked = AskedFor("@inject IStringLocalizer<SomeText> T\n@T[\"Good\"] @T[\"Bad\", 1] @T.Count(\"Days\", 2) @T.Count(\"Weeks\", 2) @T[$\"Made.{x}\"]", []);
        Missing(asked, new() { ["SomeText"] = ["Good", "Days.other"] }).ShouldBe(["SomeText: Bad", "SomeText: Weeks.other"]);
    }

    private static IEnumerable<string> Differences(Dictionary<string, string> english, Dictionary<string, string> other)
    {
        foreach (var key in english.Keys.Except(other.Keys, StringComparer.Ordinal)) yield return $"lacks {key}";
        foreach (var key in other.Keys.Except(english.Keys, StringComparer.Ordinal)) yield return $"has {key}, which English lacks";
        foreach (var (key, text) in english)
        {
            if (!other.TryGetValue(key, out var translated)) continue;
            if (!SamePlaces(key, text, translated)) yield return $"{key}: {text} – {translated}";
            if (Html().IsMatch(translated) || Html().IsMatch(text)) yield return $"{key} has HTML";
            if (string.IsNullOrWhiteSpace(translated) && text.Length > 0 && !MayBeEmpty.Contains(key)) yield return $"{key} is empty";
        }
    }

    /// <summary>Texts that a language may not need: it has no word for noon in times, for example.</summary>
    private static readonly HashSet<string> MayBeEmpty = ["Time.Noon"];

    /// <summary>A form for one certain number may spell it out instead.</summary>
    private static bool SamePlaces(string key, string text, string translated)
    {
        var (here, there) = (Places(text), Places(translated));
        return here.SetEquals(there) || ((key.EndsWith(".one", StringComparison.Ordinal) || key.EndsWith(".zero", StringComparison.Ordinal)) && here.Except(there).All(place => place == "0") && there.IsSubsetOf(here));
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Groups["place"].Value)];

    private static IEnumerable<string> Missing(IEnumerable<(string Class, string Key)> asked, Dictionary<string, HashSet<string>> texts)
        => asked.Where(text => !texts.TryGetValue(text.Class, out var keys) || !keys.Contains(text.Key)).Select(text => $"{text.Class}: {text.Key}").Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Class, string Key)> AskedForIn(string folder)
    {
        var imports = Path.Combine(folder, "Pages", "_ViewImports.cshtml");
        var common = File.Exists(imports) ? Localizers(File.ReadAllText(imports)) : [];
        return Product.Sources(folder, ".cs", ".cshtml").SelectMany(file => AskedFor(File.ReadAllText(file), file.EndsWith(".cshtml", StringComparison.Ordinal) ? common : []));
    }

    private static IEnumerable<string> NamesOfJobs(string folder)
        => Product.Sources(folder, ".cs").SelectMany(file => JobName().Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value);

    /// <summary>The texts a file asks for by a fixed key, with the class they belong to.</summary>
    private static IEnumerable<(string Class, string Key)> AskedFor(string text, Dictionary<string, string> common)
    {
        foreach (var (name, type) in common.Concat(Localizers(text)).DistinctBy(localizer => localizer.Key))
        {
            foreach (Match match in Regex.Matches(text, $"""\b{name}\["(?<key>[^"]+)"[\],]""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))) yield return (type, match.Groups["key"].Value);
            foreach (Match match in Regex.Matches(text, $"""\b{name}\.Count\("(?<key>[^"]+)",""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))) yield return (type, match.Groups["key"].Value + ".other");
        }
    }

    private static Dictionary<string, string> Localizers(string text)
        => Localizer().Matches(text).DistinctBy(match => match.Groups["name"].Value).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["type"].Value, StringComparer.Ordinal);

    private static Dictionary<string, string> Read(string file)
        => File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal)
            : [];

    [GeneratedRegex(@"\{(?<place>\d+)(:[^}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"</?[a-z][^>]*>|&[a-z]+;", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Html();

    [GeneratedRegex("""override string TextKey => "(?<key>[^"]+)";""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JobName();

    [GeneratedRegex(@"IStringLocalizer<(?<type>\w+)>\s+(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Localizer();
}
