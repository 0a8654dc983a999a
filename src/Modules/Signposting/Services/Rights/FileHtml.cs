using System.Text;
using System.Text.Encodings.Web;
using Portal.Platform.Languages;

namespace Portal.Signposting.Services.Rights;

/// <summary>
/// Writes a person's file as one page that needs nothing else: it is opened from a disk or printed, long after and far from the
/// site. So it carries its own style, and no script.
/// </summary>
internal static class FileHtml
{
    private const string Style = """
        body { max-width: 45rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
        [lang=ur] { font-family: "Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", serif; line-height: 2.1; }
        h1 { line-height: 1.3; } h2 { margin-top: 2rem; padding-bottom: .2rem; border-bottom: 2px solid #1b1b1b; break-after: avoid; }
        dl { margin: 0; } dl div { padding: .4rem 0; border-bottom: 1px solid #bbb; break-inside: avoid; }
        dt { font-weight: 700; } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
        @media print { body { margin: 0; max-width: none; font-size: 11pt; } }
        """;

    /// <summary>The whole page.</summary>
    public static string Write(LanguageInfo language, string title, IEnumerable<string> gist, IEnumerable<FilePart> parts)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(language.Code).Append("\" dir=\"").Append(language.Direction).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>").Append(Encode(title))
            .Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>").Append(Encode(title)).Append("</h1>\n");
        foreach (var line in gist) html.Append("<p>").Append(Encode(line)).Append("</p>\n");
        foreach (var part in parts)
        {
            html.Append("<h2>").Append(Encode(part.Title)).Append("</h2>\n<dl>\n");
            foreach (var row in part.Rows) html.Append("<div><dt>").Append(Encode(row.Label)).Append("</dt><dd>").Append(row.IsTyped ? "<bdi>" : "").Append(Encode(row.Value)).Append(row.IsTyped ? "</bdi>" : "").Append("</dd></div>\n");
            html.Append("</dl>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Encode(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);
}
