using System.Net.Mail;
using Portal.Directory.Domain;

namespace Portal.Directory.Typed;

/// <summary>E-mail and web addresses as people write them.</summary>
internal static class TypedContact
{
    /// <summary>The e-mail address without what was pasted around it, or null when it is none.</summary>
    public static string? Email(string? typed)
    {
        var text = typed?.Trim().Trim('<', '>', ',', ';').Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        if (string.IsNullOrEmpty(text) || text.Length > 254 || text.Any(char.IsWhiteSpace)) return null;
        return MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal) ? text : null;
    }

    /// <summary>The web address with https:// before it where it was left out, or null when it is none.</summary>
    public static string? Website(string? typed)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 300 || text.Any(char.IsWhiteSpace)) return null;
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        return WebAddress.IsOne(text) && new Uri(text).Host.Contains('.', StringComparison.Ordinal) ? text : null;
    }
}
