using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Messages.Domain;

/// <summary>How a site sends text messages: through a gateway that is handed each one by HTTP. Kept as one JSON row of its settings.</summary>
internal sealed record TextSettings
{
    /// <summary>Name of the row.</summary>
    public const string Name = "messages.texts";

    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>Longest text that is sent, in characters: six parts of a message in Urdu.</summary>
    public const int LongestText = 400;

    public static IReadOnlyList<string> Methods { get; } = ["POST", "PUT"];

    public static IReadOnlyList<string> ContentTypes { get; } = [Json, Form];

    /// <summary>Address of the gateway; null where no texts are sent.</summary>
    public string? Address { get; init; }

    public string Method { get; init; } = "POST";

    public string ContentType { get; init; } = Json;

    /// <summary>Name of the header with the key, such as <c>Authorization</c>.</summary>
    public string? HeaderName { get; init; }

    /// <summary>Value of that header, sealed.</summary>
    public string? SealedHeader { get; init; }

    /// <summary>What is handed over, with <c>{{to}}</c>, <c>{{text}}</c> and <c>{{from}}</c> where values go.</summary>
    public string Body { get; init; } = """{"to":"{{to}}","from":"{{from}}","message":"{{text}}"}""";

    /// <summary>Who the text says it comes from: a name or number that says nothing of health.</summary>
    public string? From { get; init; }

    /// <summary>What stands before a number without a country, instead of its first 0.</summary>
    public string CountryCode { get; init; } = "44";

    public TimeOnly QuietFrom { get; init; } = new(20, 0);

    public TimeOnly QuietUntil { get; init; } = new(9, 0);

    public QuietHours Quiet => new(QuietFrom, QuietUntil);

    /// <summary>What is handed over for one message.</summary>
    public byte[] Fill(string to, string text)
    {
        string Escaped(string value) => ContentType == Form ? Uri.EscapeDataString(value) : JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        // All at once: a text in which somebody wrote {{to}} is a text.
        return Encoding.UTF8.GetBytes(string.Concat(Body.Split("{{").SelectMany((part, index) => index == 0 ? [part] : Place(part))));

        IEnumerable<string> Place(string part) => part.Split("}}", 2) is [var name, var rest] && ValueOf(name) is { } value ? [Escaped(value), rest] : ["{{" + part];
        string? ValueOf(string name) => name switch { "to" => International(to), "text" => text, "from" => From ?? "", _ => null };
    }

    /// <summary>True when the body has places for number and text, and is what its kind of content wants.</summary>
    public bool BodyIsRight()
    {
        if (!Body.Contains("{{to}}", StringComparison.Ordinal) || !Body.Contains("{{text}}", StringComparison.Ordinal)) return false;
        if (ContentType != Json) return true;
        try
        {
            using var read = JsonDocument.Parse(Fill("0", "x"));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A number as gateways want it: <c>+447700900461</c>.</summary>
    public string International(string number)
    {
        var digits = string.Concat(number.Where(char.IsDigit).Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit).ToString(CultureInfo.InvariantCulture)));
        if (number.TrimStart().StartsWith('+')) return "+" + digits;
        if (digits.StartsWith("00", StringComparison.Ordinal)) return "+" + digits[2..];
        return digits.StartsWith('0') ? $"+{CountryCode}{digits[1..]}" : digits;
    }
}
