using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Portal.Directory.Services;

/// <summary>
/// Makes HTML of what volunteers write about a group: paragraphs, lists, emphasis. HTML in it is shown as text. Links stay
/// text too: the group's web site has a field of its own, so nothing typed in prose can lead a reader away.
/// </summary>
internal static class ListingMarkdown
{
    private static readonly MarkdownPipeline pipeline = Build();

    public static IHtmlContent Render(string markdown)
    {
        var document = Markdown.Parse(markdown, pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Max(3, heading.Level);
        return new HtmlString(document.ToHtml(pipeline));
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml();
        builder.InlineParsers.TryRemove<LinkInlineParser>();
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }
}
