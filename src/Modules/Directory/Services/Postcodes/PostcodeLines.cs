using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.Postcodes;

/// <summary>A line of a table of postcodes: a whole one, or only the first half.</summary>
internal sealed record PostcodeLine(Postcode Postcode, double Latitude, double Longitude, bool IsTerminated);

/// <summary>
/// Reads a table of postcodes line by line, in no more memory than a line takes. Columns are known by their names, as the ONS Postcode Directory
/// (pcds, lat, long, doterm; User Guide of the Office for National Statistics) and common tables of outcodes have them.
/// </summary>
internal static class PostcodeLines
{
    private static readonly string[] postcodeNames = ["pcds", "pcd", "pcd2", "pcd7", "pcd8", "postcode", "outcode"];
    private static readonly string[] latitudeNames = ["lat", "latitude"];
    private static readonly string[] longitudeNames = ["long", "lng", "lon", "longitude"];
    private static readonly string[] terminatedNames = ["doterm", "terminated"];

    /// <summary>Latitude that the directory gives to postcodes without a place, such as those of large users.</summary>
    private const double NoPlace = 99;

    /// <summary>The lines that can be read.</summary>
    /// <param name="refuse">Told the number of each line that cannot, and why.</param>
    /// <exception cref="InvalidDataException">The file is no such table.</exception>
    public static async IAsyncEnumerable<(long Line, PostcodeLine? Read)> ReadAsync(TextReader reader, Action<long, string> refuse)
    {
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MaxFieldSize = 100_000 });
        if (!await parser.ReadAsync()) throw new InvalidDataException("The file is empty.");
        var header = parser.Record!.Select(name => name.Trim('\uFEFF', '"', ' ').ToLowerInvariant()).ToList();
        var (postcode, latitude, longitude, terminated) = (ColumnOf(postcodeNames), ColumnOf(latitudeNames), ColumnOf(longitudeNames), ColumnOf(terminatedNames));
        if (postcode < 0 || latitude < 0 || longitude < 0)
            throw new InvalidDataException($"The first line has to name the columns: a postcode ({string.Join(", ", postcodeNames)}), a latitude ({string.Join(", ", latitudeNames)}) and a longitude ({string.Join(", ", longitudeNames)}).");

        while (await parser.ReadAsync())
        {
            var line = parser.RawRow;
            if (parser.Count <= Math.Max(postcode, Math.Max(latitude, longitude)))
            {
                refuse(line, $"it has {parser.Count.ToString(CultureInfo.InvariantCulture)} columns and not {header.Count.ToString(CultureInfo.InvariantCulture)}");
                yield return (line, null);
                continue;
            }

            yield return (line, LineOf(parser[postcode], parser[latitude], parser[longitude], terminated >= 0 && parser.Count > terminated ? parser[terminated] : "", reason => refuse(line, reason)));
        }

        int ColumnOf(string[] names) => names.Select(name => header.IndexOf(name)).FirstOrDefault(place => place >= 0, -1);
    }

    private static PostcodeLine? LineOf(string postcode, string latitude, string longitude, string terminated, Action<string> refuse)
    {
        if (Postcode.Parse(postcode) is not { } read)
        {
            refuse($"“{Short(postcode)}” is no postcode");
            return null;
        }

        if (!TryDegrees(latitude, out var north) || !TryDegrees(longitude, out var east))
        {
            refuse($"“{Short(latitude)}, {Short(longitude)}” is no latitude and longitude");
            return null;
        }

        if (north >= NoPlace || (north == 0 && east == 0)) return null;
        if (Math.Abs(north) <= 90 && Math.Abs(east) <= 180) return new PostcodeLine(read, north, east, terminated.Trim().Length > 0);
        refuse($"“{Short(latitude)}, {Short(longitude)}” is nowhere on earth");
        return null;
    }

    private static bool TryDegrees(string typed, out double degrees)
        => double.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees) && double.IsFinite(degrees);

    private static string Short(string typed) => typed.Length <= 40 ? typed : typed[..40] + "…";
}
