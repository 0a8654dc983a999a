using Portal.Directory.Domain;

namespace Portal.Directory.Typed;

/// <summary>The address of a calendar as programs hand it out: also with <c>webcal://</c> before it.</summary>
internal static class TypedCalendarAddress
{
    /// <summary>The address with https:// or http:// before it; null when it is none.</summary>
    public static string? Parse(string? typed)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > GroupCalendar.LongestAddress - 10 || text.Any(char.IsWhiteSpace)) return null;
        foreach (var scheme in new[] { "webcal://", "webcals://" })
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) text = "https://" + text[scheme.Length..];
        }

        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        return WebAddress.IsOne(text) && new Uri(text).UserInfo.Length == 0 ? text : null;
    }
}
