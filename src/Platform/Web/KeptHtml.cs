using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.Platform.Web;

/// <summary>
/// Html of partial views that show their model and nothing else of the request but the site's address. It is made once and gone with the model, so
/// whoever keeps models for many requests has their html kept too.
/// </summary>
public sealed class KeptHtml(HtmlEncoder encoder)
{
    private readonly ConditionalWeakTable<object, ConcurrentDictionary<(string View, string? Site), IHtmlContent>> made = [];

    /// <summary>A partial view as html.</summary>
    /// <param name="html">The page's helper.</param>
    /// <param name="view">Path of the view from the root of the pages, so that it is the same view wherever it is asked for.</param>
    /// <param name="model">Its model, in the reader's language already.</param>
    public async ValueTask<IHtmlContent> PartialAsync(IHtmlHelper html, string view, object model)
    {
        var views = made.GetOrCreateValue(model);
        var key = (view, html.ViewContext.HttpContext.Request.PathBase.Value);
        if (views.TryGetValue(key, out var kept)) return kept;
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        (await html.PartialAsync(view, model)).WriteTo(writer, encoder);
        return views[key] = new HtmlString(writer.ToString());
    }
}
