using System.Reflection;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Messages.Services;

/// <summary>A template as found: its subject, its body in Markdown, and the language it is written in.</summary>
internal sealed partial record MessageTemplate(string Subject, string Body, string Language)
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Finds a template in the first language of a chain that has it.</summary>
    /// <exception cref="InvalidOperationException">The template does not exist in any of them.</exception>
    public static MessageTemplate Find(Assembly assembly, string name, IEnumerable<string> languages)
    {
        foreach (var language in languages)
        {
            using var stream = assembly.GetManifestResourceStream($"Messages/{name}.{language}.md");
            if (stream is null) continue;
            using var reader = new StreamReader(stream);
            var subject = reader.ReadLine() ?? "";
            return new MessageTemplate(subject, reader.ReadToEnd(), language);
        }

        throw new InvalidOperationException($"There is no e-mail template '{name}' in {assembly.GetName().Name}.");
    }

    /// <summary>
    /// The template with each line that begins with <c>- </c> and names lists written once for every value of them; the values get
    /// names of their own and go into <paramref name="values"/>.
    /// </summary>
    public MessageTemplate WithLists(IReadOnlyDictionary<string, IReadOnlyList<string>> lists, Dictionary<string, string> values)
    {
        foreach (var (name, items) in lists)
        {
            for (var place = 0; place < items.Count; place++) values[Numbered(name, place)] = items[place];
        }

        return this with { Body = string.Join('\n', Body.Split('\n').SelectMany(line => Repeat(line, lists))) };
    }

    private static IEnumerable<string> Repeat(string line, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        var named = line.StartsWith("- ", StringComparison.Ordinal) ? lists.Where(list => line.Contains($"{{{{{list.Key}}}}}", StringComparison.Ordinal)).ToList() : [];
        if (named.Count == 0) return [line];
        return Enumerable.Range(0, named.Max(list => list.Value.Count))
            .Select(place => named.Aggregate(line, (text, list) => text.Replace($"{{{{{list.Key}}}}}", $"{{{{{Numbered(list.Key, place)}}}}}", StringComparison.Ordinal)));
    }

    private static string Numbered(string name, int place) => name + place.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The subject with values in place, in one line.</summary>
    public string FillSubject(IReadOnlyDictionary<string, string> values) => LineBreaks().Replace(Fill(Subject, values), " ").Trim();

    /// <summary>
    /// The body with values in place. They are put in after the Markdown has been read, so nothing in a value can become a
    /// link, a heading or markup of any kind.
    /// </summary>
    public MarkdownDocument FillBody(IReadOnlyDictionary<string, string> values)
    {
        var document = Markdown.Parse(Body, pipeline);
        foreach (var literal in document.Descendants<LiteralInline>()) literal.Content = new(Fill(literal.Content.ToString(), values));
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Fill(link.Url ?? "", values);
            if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http" or "mailto" or "tel"))
                throw new InvalidOperationException($"'{link.Url}' in an e-mail is not a whole address.");
            if (IsAlone(link)) link.GetAttributes().AddClass("button");
        }

        return document;
    }

    /// <summary>The body as HTML, without anything around it.</summary>
    public static string ToHtml(MarkdownDocument body) => body.ToHtml(pipeline);

    /// <summary>True for a link that is a paragraph of its own.</summary>
    public static bool IsAlone(LinkInline link) => link is { PreviousSibling: null, NextSibling: null, Parent: { ParentBlock: ParagraphBlock } };

    private static string Fill(string text, IReadOnlyDictionary<string, string> values)
        => Place().Replace(text, place => values.TryGetValue(place.Groups["name"].Value, out var value)
            ? value
            : throw new InvalidOperationException($"An e-mail template asks for '{place.Groups["name"].Value}', which was not given."));

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\s*[\r\n]+\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreaks();
}
