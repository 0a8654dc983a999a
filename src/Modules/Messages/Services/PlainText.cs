using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Messages.Services;

/// <summary>Writes Markdown the way a person writes plain e-mail: paragraphs, dashes for lists, addresses in full.</summary>
internal static class PlainText
{
    public static string Of(MarkdownDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document) WriteBlock(text, block, "");
        return text.ToString().TrimEnd() + "\n";
    }

    private static void WriteBlock(StringBuilder text, Block block, string indent)
    {
        switch (block)
        {
            case ListBlock list:
                var number = 1;
                foreach (var item in list.Cast<ListItemBlock>())
                {
                    text.Append(indent).Append(list.IsOrdered ? (number++).ToString(CultureInfo.InvariantCulture) + ". " : "- ");
                    WriteLeaf(text, item.FirstOrDefault() as LeafBlock);
                    text.Append('\n');
                    foreach (var inner in item.Skip(1)) WriteBlock(text, inner, indent + "  ");
                }

                text.Append('\n');
                break;
            case ContainerBlock container:
                foreach (var inner in container) WriteBlock(text, inner, indent);
                break;
            case ThematicBreakBlock:
                text.Append(indent).Append("--\n\n");
                break;
            case LeafBlock leaf:
                text.Append(indent);
                WriteLeaf(text, leaf);
                text.Append("\n\n");
                break;
        }
    }

    private static void WriteLeaf(StringBuilder text, LeafBlock? leaf)
    {
        if (leaf?.Inline is { } inline) WriteInline(text, inline);
    }

    private static void WriteInline(StringBuilder text, ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.ToString());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LinkInline link:
                    WriteInline(text, link);
                    text.Append(MessageTemplate.IsAlone(link) ? $":\n{link.Url}" : $" <{link.Url}>");
                    break;
                case ContainerInline inner:
                    WriteInline(text, inner);
                    break;
            }
        }
    }
}
