using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Recipes.Reading;

/// <summary>
/// The few functions a recipe can call: <c>"[js: today(-12)]"</c>, <c>"[js: uuid()]"</c>, <c>"[js: parameters('SiteName')]"</c>. Only a string
/// that is nothing but such a call is one. There is no script engine behind it.
/// </summary>
/// <param name="today">Today in the tenant's time zone.</param>
/// <param name="newId">Makes an identifier.</param>
/// <param name="parameters">Values given to the run.</param>
internal sealed partial class Scripts(DateOnly today, Func<string> newId, IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>The file with every call replaced by its value; all lines stay where they are.</summary>
    /// <param name="where">Which stretches to look at, and which keys' values in them.</param>
    /// <param name="error">Told the line and what is wrong.</param>
    public JsonText Evaluate(JsonText text, IEnumerable<(JsonSlice Slice, Func<string, bool> IsAllowedIn)> where, Action<JsonSlice, long, string> error)
    {
        if (text.Bytes.AsSpan().IndexOf("\"[js:"u8) < 0) return text;
        var result = new ArrayBufferWriter<byte>(text.Bytes.Length);
        var copied = 0;
        foreach (var (slice, isAllowedIn) in where)
        {
            foreach (var (call, script) in CallsIn(text, slice, isAllowedIn))
            {
                if (Call(script) is not { } value)
                {
                    error(slice, text.LineOf(call.Start), $"'{script}' is not one of today(days), uuid() and parameters('name'){KnownParameters()}.");
                    continue;
                }

                result.Write(text.Bytes.AsSpan(copied, call.Start - copied));
                result.Write(JsonSerializer.SerializeToUtf8Bytes(value));
                copied = call.Start + call.Length;
            }
        }

        result.Write(text.Bytes.AsSpan(copied));
        return new JsonText(result.WrittenSpan.ToArray());
    }

    /// <summary>
    /// In content, calls are made only where no person writes: identifiers, references and the values of date and number
    /// fields. A text that somebody wrote is never run.
    /// </summary>
    public static bool IsForMachines(string key)
        => key is "Value" or "LocalizationSet" || key.EndsWith("Id", StringComparison.Ordinal) || key.EndsWith("Ids", StringComparison.Ordinal) || key.EndsWith("Utc", StringComparison.Ordinal);

    private static List<(JsonSlice Call, string Script)> CallsIn(JsonText text, JsonSlice slice, Func<string, bool> isAllowedIn)
    {
        var calls = new List<(JsonSlice, string)>();
        var key = "";
        var reader = new Utf8JsonReader(text[slice], RecipeJson.Reader);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName) key = reader.GetString()!;
            if (reader.TokenType != JsonTokenType.String || !reader.ValueSpan.StartsWith("[js:"u8) || !reader.ValueSpan.EndsWith("]"u8) || !isAllowedIn(key)) continue;
            calls.Add((new JsonSlice(slice.Start + (int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)), reader.GetString()![4..^1].Trim()));
        }

        return calls;
    }

    private string? Call(string script)
    {
        if (CallPattern().Match(script) is not { Success: true } call) return null;
        var (number, text) = (call.Groups["number"], call.Groups["text"]);
        return call.Groups["name"].Value switch
        {
            "today" when !text.Success => Day(number.Success ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : 0),
            "uuid" when !number.Success && !text.Success => newId(),
            "parameters" when text.Success => parameters.GetValueOrDefault(text.Value),
            _ => null,
        };
    }

    private string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string KnownParameters() => parameters.Count == 0 ? "" : $" with one of {string.Join(", ", parameters.Keys.Order(StringComparer.Ordinal))}";

    [GeneratedRegex("""^(?<name>[A-Za-z]+)\s*\(\s*((?<number>-?[0-9]{1,5})|'(?<text>[^']*)'|"(?<text>[^"]*)")?\s*\)\s*;?$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CallPattern();
}
