using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using QRCoder;

namespace Portal.Accounts.Services;

/// <summary>Draws QR codes as SVG.</summary>
internal static class QrCode
{
    /// <summary>The code of a text, black on white in every colour scheme, with a name for those who do not see it.</summary>
    public static IHtmlContent Draw(string text, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            {
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        var size = data.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        var svg = new TagBuilder("svg");
        svg.MergeAttributes(new Dictionary<string, string?>(StringComparer.Ordinal) { ["viewBox"] = $"0 0 {size} {size}", ["role"] = "img", ["aria-label"] = label, ["shape-rendering"] = "crispEdges" });
        svg.InnerHtml.AppendHtml($"<rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/>");
        return svg;
    }

    /// <summary>What an authenticator app reads from the code (Key Uri Format).</summary>
    public static string AuthenticatorAddress(string site, string email, string key)
        => $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(site)}&digits=6";
}
