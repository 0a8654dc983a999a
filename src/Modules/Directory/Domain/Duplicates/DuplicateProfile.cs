using Portal.Search.Contracts;

namespace Portal.Directory.Domain;

/// <summary>What is compared of a listing to see whether another is the same group. Keys are written one way, so that equal means the same.</summary>
internal sealed record DuplicateProfile
{
    public required string Id { get; init; }

    /// <summary>Its names in all languages, in words as the search compares them.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Names { get; init; }

    /// <summary>Keys of its contacts: <c>tel:…</c>, <c>mail:…</c>, <c>web:…</c>.</summary>
    public required IReadOnlyList<string> Contacts { get; init; }

    public string? VenueId { get; init; }

    /// <summary>Postcode of the venue.</summary>
    public string? Postcode { get; init; }

    public Point? Point { get; init; }

    public IReadOnlyList<Schedule> Schedules { get; init; } = [];

    /// <summary>Keys of the contacts of a listing.</summary>
    public static IReadOnlyList<string> ContactsOf(string? phone, string? text, string? email, string? website)
        => [.. new[] { PhoneKey(phone), PhoneKey(text), MailKey(email), WebKey(website) }.OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The last ten digits: the same number with 0, 0044 or +44 before it.</summary>
    private static string? PhoneKey(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.Length < 10 ? null : "tel:" + digits[^10..];
    }

    private static string? MailKey(string? email) => string.IsNullOrWhiteSpace(email) ? null : "mail:" + email.Trim().ToLowerInvariant();

    /// <summary>Host without www, and path; how it is fetched and what follows a question mark do not count.</summary>
    private static string? WebKey(string? website)
    {
        if (!Uri.TryCreate(website, UriKind.Absolute, out var uri)) return null;
        var host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        return "web:" + host.ToLowerInvariant() + uri.AbsolutePath.TrimEnd('/').ToLowerInvariant();
    }
}
