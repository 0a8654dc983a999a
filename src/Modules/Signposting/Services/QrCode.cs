using System.Globalization;
using System.Text;
using QRCoder;

namespace Portal.Signposting.Services;

/// <summary>A square code that a phone's camera reads, as the data of one SVG path: no picture file and no style attribute is needed.</summary>
/// <param name="Size">Modules on a side, with the quiet zone of four around.</param>
/// <param name="Path">The dark modules.</param>
internal sealed record QrCode(int Size, string Path)
{
    /// <summary>The code of a text. A quarter less legible (soiled, folded) it can still be read.</summary>
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        var path = new StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x + 1 < rows[y].Count && rows[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        }

        return new QrCode(rows.Count, path.ToString());
    }
}
