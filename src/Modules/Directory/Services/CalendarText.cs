using System.Globalization;
using System.Text;

namespace Portal.Directory.Services;

/// <summary>Writes the lines of a calendar file. Format: RFC 5545, section 3.1 (lines) and 3.3.11 (text).</summary>
internal sealed class CalendarText
{
    /// <summary>Octets of a line; what is longer goes on in a line that begins with a space.</summary>
    private const int LongestLine = 75;

    private readonly StringBuilder file = new();

    /// <summary>A local date and time of a zone that the file defines.</summary>
    public static string Local(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public void Begin(string component) => Line("BEGIN", component);

    public void End(string component) => Line("END", component);

    /// <summary>A line whose value is prose.</summary>
    public void Prose(string name, string text) => Line(name, Escape(text));

    /// <summary>A line whose value is written as it is.</summary>
    /// <param name="name">Name of the property with its parameters.</param>
    public void Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }

    public override string ToString() => file.ToString();

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            if (letter == '\n') escaped.Append("\\n");
            else if (letter is '\\' or ';' or ',') escaped.Append('\\').Append(letter);
            else if (!char.IsControl(letter) || letter == '\t') escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
