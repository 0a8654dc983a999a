using System.Globalization;

namespace Portal.Platform.Web;

/// <summary>Makes readable shades of a colour that a tenant picked. Contrast as WCAG 2.2 defines it.</summary>
public static class AccentColours
{
    /// <summary>The style rules that set the accent for the light and the dark scheme.</summary>
    /// <param name="picked">Colour as <c>#rrggbb</c>; anything else gives the default.</param>
    public static string Stylesheet(string picked)
    {
        var colour = Parse(picked) ?? Parse("#1f5c4d")!.Value;
        var (accent, dark) = (Until(colour, White, 7, darker: true), Until(colour, DarkGround, 7, darker: false));
        return $":root{{--accent:{Hex(accent)};--accent-strong:{Hex(Mix(accent, Black, 0.25))};--accent-text:#ffffff;--accent-soft:{Hex(Mix(accent, White, 0.9))};"
            + $"--accent-dark:{Hex(dark)};--accent-strong-dark:{Hex(Mix(dark, White, 0.25))};--accent-text-dark:#12161a;--accent-soft-dark:{Hex(Mix(dark, (0x12, 0x16, 0x1a), 0.82))}}}";
    }

    /// <summary>What a colour becomes on both grounds, for those who pick it; null when it is no colour.</summary>
    public static AccentShades? ShadesOf(string picked)
    {
        if (Parse(picked) is not { } colour) return null;
        var (light, dark) = (Until(colour, White, 7, darker: true), Until(colour, DarkGround, 7, darker: false));
        return new AccentShades(Hex(light), Math.Round(Contrast(light, White), 1), Hex(dark), Math.Round(Contrast(dark, DarkGround), 1), light != colour);
    }

    /// <summary>Contrast of two colours, 1 to 21.</summary>
    public static double Contrast((int R, int G, int B) a, (int R, int G, int B) b)
    {
        var (high, low) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (high + 0.05) / (low + 0.05);
    }

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static (int R, int G, int B)? Parse(string text)
        => text.Length == 7 && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? (value >> 16, (value >> 8) & 255, value & 255)
            : null;

    private static (int R, int G, int B) White => (255, 255, 255);

    /// <summary>The ground of the dark scheme.</summary>
    private static (int R, int G, int B) DarkGround => (0x12, 0x16, 0x1a);

    private static (int R, int G, int B) Black => (0, 0, 0);

    private static (int R, int G, int B) Until((int R, int G, int B) colour, (int R, int G, int B) background, double contrast, bool darker)
    {
        for (var share = 0.0; share < 1; share += 0.04)
        {
            var candidate = Mix(colour, darker ? Black : White, share);
            if (Contrast(candidate, background) >= contrast) return candidate;
        }

        return darker ? Black : White;
    }

    private static (int R, int G, int B) Mix((int R, int G, int B) colour, (int R, int G, int B) other, double share)
        => (Mix(colour.R, other.R, share), Mix(colour.G, other.G, share), Mix(colour.B, other.B, share));

    private static int Mix(int value, int other, double share) => (int)Math.Round(value + ((other - value) * share));

    private static string Hex((int R, int G, int B) colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";

    private static double Luminance((int R, int G, int B) colour)
        => (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(int channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}

/// <summary>The readable shades of an accent colour.</summary>
/// <param name="Light">On the light ground, as <c>#rrggbb</c>.</param>
/// <param name="OnLight">Its contrast there.</param>
/// <param name="Dark">On the dark ground, as <c>#rrggbb</c>.</param>
/// <param name="OnDark">Its contrast there.</param>
/// <param name="IsAdjusted">True when the colour itself could not be read on the light ground.</param>
public sealed record AccentShades(string Light, double OnLight, string Dark, double OnDark, bool IsAdjusted);
