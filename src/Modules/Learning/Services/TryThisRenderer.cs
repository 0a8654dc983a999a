using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Learning.Services;

/// <summary>Writes a quotation whose first paragraph begins with a line in bold as a box to try something; others as quotations.</summary>
internal sealed class TryThisRenderer : HtmlObjectRenderer<QuoteBlock>
{
    private readonly QuoteBlockRenderer quotations = new();

    protected override void Write(HtmlRenderer renderer, QuoteBlock quote)
    {
        if (!BeginsWithBoldLine(quote))
        {
            quotations.Write(renderer, quote);
            return;
        }

        renderer.EnsureLine();
        renderer.WriteLine("<div class=\"portal-try\" role=\"note\">");
        renderer.WriteChildren(quote);
        renderer.WriteLine("</div>");
        renderer.EnsureLine();
    }

    private static bool BeginsWithBoldLine(QuoteBlock quote)
        => quote.FirstOrDefault() is ParagraphBlock { Inline.FirstChild: EmphasisInline { DelimiterCount: 2 } bold } && bold.NextSibling is null or LineBreakInline;
}
