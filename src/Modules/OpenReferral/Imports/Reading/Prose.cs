using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Makes plain text of what feeds hold: HTML, control characters, endless blanks.</summary>
internal static partial class Prose
{
    public const int LongestLine = 300;
    public const int LongestText = 8_000;
    public const int LongestSummary = 140;

    private static readonly string[] blocks = ["p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "article"];

    /// <summary>Text of several lines; null where nothing is left.</summary>
    public static string? Text(string? raw)
    {
        if (Clean(raw) is not { } text) return null;
        if (Markup().IsMatch(text)) text = Clean(FromHtml(text)) ?? "";
        text = Blanks().Replace(text.ReplaceLineEndings("\n"), " ");
        text = EmptyLines().Replace(text, "\n\n").Trim();
        return text.Length == 0 ? null : Cut(text, LongestText);
    }

    /// <summary>Text of one line.</summary>
    public static string? Line(string? raw)
    {
        if (Text(raw) is not { } text) return null;
        return Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestLine);
    }

    /// <summary>The first sentence of a text, or its beginning up to the last whole word that fits.</summary>
    public static string? Summary(string? text)
    {
        if (Line(text) is not { } line) return null;
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        if (end is > 20 and < LongestSummary) return line[..(end + 1)];
        if (line.Length <= LongestSummary) return line;
        var cut = line.LastIndexOf(' ', LongestSummary - 2);
        return Cut(line, cut > 40 ? cut : LongestSummary - 1) + "…";
    }

    /// <summary>Letters and digits in small letters: what stays the same when people write a name anew.</summary>
    public static string Key(string? text) => text is null ? "" : string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The beginning of a text, never half a character.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        if (char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length].TrimEnd();
    }

    /// <summary>Without control characters and halves of characters, which no database takes.</summary>
    public static string? Clean(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw)) return null;
        var isClean = true;
        for (var i = 0; i < raw.Length && isClean; i++) isClean = !IsUnfit(raw[i]);
        if (isClean) return raw.Trim() is { Length: > 0 } whole ? whole : null;
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (char.IsHighSurrogate(raw[i]) && i + 1 < raw.Length && char.IsLowSurrogate(raw[i + 1])) text.Append(raw[i]).Append(raw[++i]);
            else if (!IsUnfit(raw[i])) text.Append(raw[i]);
        }

        return text.ToString().Trim() is { Length: > 0 } clean ? clean : null;
    }

    private static bool IsUnfit(char letter) => char.IsSurrogate(letter) || letter is '\ufeff' or '\ufffe' or '\uffff' || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));

    private static string FromHtml(string html)
    {
        var text = new StringBuilder(html.Length);
        var body = new HtmlParser().ParseDocument("<body>" + html + "</body>").Body;
        if (body is not null) Write(body, text, 0);
        return text.ToString();
    }

    private static void Write(INode node, StringBuilder text, int depth)
    {
        // Deeper than any text people write: what is below is left out.
        if (depth > 100) return;
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words: text.Append(words.Data.ReplaceLineEndings(" ")); break;
                case IElement { LocalName: "script" or "style" or "head" or "template" }: break;
                case IElement element:
                    var isBlock = blocks.Contains(element.LocalName, StringComparer.Ordinal);
                    if (isBlock) text.Append('\n');
                    if (element.LocalName == "li") text.Append("- ");
                    Write(element, text, depth + 1);
                    if (isBlock && element.LocalName is not ("br" or "li" or "tr")) text.Append('\n');
                    break;
            }
        }
    }

    [GeneratedRegex(@"</?[a-zA-Z][^>]{0,400}>|&(?:#\d{1,6}|[a-zA-Z]{2,8});", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[^\S\n]+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s*\n\s*\n\s*", RegexOptions.CultureInvariant, 500)]
    private static partial Regex EmptyLines();
}
