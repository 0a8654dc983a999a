using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Learning.Services;

/// <summary>Lets links lead only where a reader may safely be led, and turns pictures into links: a page loads nothing from elsewhere.</summary>
internal static class SafeLinks
{
    private static readonly string[] schemes = [Uri.UriSchemeHttps, Uri.UriSchemeHttp, Uri.UriSchemeMailto, "tel", "sms"];

    public static void Apply(MarkdownDocument document, Func<string, string> addressOf)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            if (SafeAddress(link.Url ?? "", addressOf) is not { } address)
            {
                RemoveKeepingWords(link);
                continue;
            }

            link.Url = address;
            link.GetDynamicUrl = null;
            if (LeadsElsewhere(address)) link.GetAttributes().AddProperty("rel", "external noopener noreferrer");
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && SafeAddress(link.Url, addressOf) is null) link.ReplaceBy(new LiteralInline(link.Url));
            else if (!link.IsEmail && LeadsElsewhere(link.Url)) link.GetAttributes().AddProperty("rel", "external noopener noreferrer");
        }
    }

    /// <summary>The address to link to, or null when the link is not to be made.</summary>
    private static string? SafeAddress(string url, Func<string, string> addressOf)
    {
        if (url.StartsWith('#')) return url;
        if (url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)) return addressOf(url);
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme, StringComparer.Ordinal) ? url : null;
    }

    private static bool LeadsElsewhere(string address) => address.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static void RemoveKeepingWords(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
