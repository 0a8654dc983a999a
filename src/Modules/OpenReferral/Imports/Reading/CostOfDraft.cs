using System.Text.RegularExpressions;
using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>What a visit costs, out of what people write: "£2", "Free", "£3 (£2 concessions)", "donation".</summary>
internal static partial class CostOfDraft
{
    /// <param name="ask">Words for the page where the source does not say what it costs: nobody should take that for free.</param>
    public static (string Cost, int? Pence, string? Note) Read(Draft draft, string ask)
    {
        if (Prose.Line(draft.Cost) is not { } text) return ("free", null, ask);
        if (TypedValues.Pence(text) is { } pence) return pence == 0 ? ("free", null, null) : ("paid", pence, null);
        var lower = text.ToLowerInvariant();
        if (lower.Contains("donat", StringComparison.Ordinal) || lower.Contains("contribution", StringComparison.Ordinal) || lower.Contains("pay what", StringComparison.Ordinal) || lower.Contains("pay as you feel", StringComparison.Ordinal))
            return ("donation", null, text);
        if (lower.StartsWith("free", StringComparison.Ordinal) || lower.StartsWith("no charge", StringComparison.Ordinal)) return ("free", null, text);
        if (Amount().Match(text) is { Success: true } amount && TypedValues.Pence(amount.Value) is { } first and > 0) return ("paid", first, text);
        draft.Note(SheetFields.Cost, "CostUnclear", Prose.Cut(text, 60));
        return ("free", null, text);
    }

    [GeneratedRegex(@"£\s?[0-9]{1,3}(?:\.[0-9]{2})?|\b[0-9]{1,3}\s?p\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Amount();
}
