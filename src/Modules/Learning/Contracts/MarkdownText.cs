using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Portal.Learning.Services;

namespace Portal.Learning.Contracts;

/// <summary>A part of a text that has a heading.</summary>
/// <param name="Id">Id of the heading in the page.</param>
/// <param name="Heading">The heading as plain text.</param>
public sealed record TextSection(string Id, string Heading);

/// <summary>A text made ready for a page.</summary>
/// <param name="Html">Safe to put in a page as it is.</param>
/// <param name="Sections">Its main sections, in order.</param>
public sealed record RenderedText(IHtmlContent Html, IReadOnlyList<TextSection> Sections);

/// <summary>
/// Makes HTML of what people write in Markdown. HTML in it is shown as text, links lead to web, mail and phone addresses only, and
/// nothing is loaded from elsewhere. A quotation whose first line is bold becomes a "try this" box.
/// </summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Makes HTML.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="addressOf">Gives the address inside the site for a path such as <c>/learn/pacing</c>.</param>
    public static RenderedText Render(string markdown, Func<string, string> addressOf)
    {
        var document = Markdown.Parse(markdown, pipeline);
        var sections = NameSections(document);
        SafeLinks.Apply(document, addressOf);

        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<QuoteBlockRenderer>(new TryThisRenderer());
        renderer.Render(document);
        return new RenderedText(new HtmlString(writer.ToString()), sections);
    }

    /// <summary>The words alone, for searching, for counting and for short descriptions.</summary>
    public static string ToPlainText(string markdown) => Markdown.ToPlainText(markdown, pipeline).Trim();

    /// <summary>How many words a text has, whatever its script, as long as it sets spaces between words.</summary>
    public static int CountWords(string markdown)
        => ToPlainText(markdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    /// <summary>Gives every heading an id that does not depend on its script, and keeps the first level for the title of the page.</summary>
    private static List<TextSection> NameSections(MarkdownDocument document)
    {
        var sections = new List<TextSection>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Max(2, heading.Level);
            if (heading.Level > 2) continue;
            var section = new TextSection($"section-{(sections.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}", PlainTextOf(heading));
            heading.GetAttributes().Id = section.Id;
            sections.Add(section);
        }

        return sections;
    }

    private static string PlainTextOf(LeafBlock block)
        => string.Concat(block.Inline!.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            _ => "",
        }));
}
