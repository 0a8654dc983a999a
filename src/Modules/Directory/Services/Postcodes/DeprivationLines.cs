using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.Postcodes;

/// <summary>Reads tables of the index of multiple deprivation, and which small area a postcode lies in, line by line. Columns are known by their names.</summary>
internal static partial class DeprivationLines
{
    private static readonly string[] postcodeNames = ["postcode", "pcds", "pcd", "pcd7", "pcd8"];
    private static readonly string[] decileNames = ["index of multiple deprivation decile", "imd decile", "multiple deprivation decile"];

    /// <summary>Opens a table of the index.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static async Task<DeprivationTable> OpenAsync(TextReader reader)
    {
        var parser = ParserOf(reader);
        var header = await HeaderAsync(parser);
        var decile = header.FindIndex(name => decileNames.Contains(Plain(name), StringComparer.Ordinal));
        var postcode = header.FindIndex(name => postcodeNames.Contains(Plain(name), StringComparer.Ordinal));
        var area = header.FindIndex(name => Plain(name) is "lsoa code");
        if (decile < 0 || (postcode < 0 && area < 0))
        {
            throw new InvalidDataException(
                "The first line has to name the columns: “Postcode” or “LSOA code (2011)” or “LSOA code (2021)”, and “Index of Multiple Deprivation Decile”. Files with ranks or scores alone cannot be read.");
        }

        return new DeprivationTable(parser, postcode, area, decile, area < 0 ? null : Year().Match(header[area]) is { Success: true } year ? year.Value : null);
    }

    /// <summary>The small area of each postcode.</summary>
    /// <param name="year">Of which census the areas are.</param>
    /// <param name="refuse">Told the number of each line that cannot be read, and why.</param>
    /// <exception cref="InvalidDataException">The table does not say it.</exception>
    public static async IAsyncEnumerable<(long Line, Postcode Postcode, string Area)?> AreasAsync(TextReader reader, string year, Action<long, string> refuse)
    {
        using var parser = ParserOf(reader);
        var header = await HeaderAsync(parser);
        var names = new[] { "lsoa" + year[2..], $"lsoa{year[2..]}cd", $"lsoa{year}", "lsoa code " + year };
        var area = header.FindIndex(name => names.Contains(Plain(name), StringComparer.Ordinal));
        // The first of the names that is there: "pcds" has the space that tells the halves apart.
        var postcode = postcodeNames.Select(wanted => header.FindIndex(name => Plain(name) == wanted)).FirstOrDefault(place => place >= 0, -1);
        if (postcode < 0 || area < 0)
            throw new InvalidDataException($"The table of postcodes has to name a postcode (pcds or pcd) and the small areas of {year} ({names[0]}) in its first line.");

        while (await parser.ReadAsync())
        {
            if (parser.Count <= Math.Max(postcode, area)) refuse(parser.RawRow, TooShort(parser, header.Count));
            else if (Postcode.Parse(parser[postcode]) is not { Incode: not null } read) refuse(parser.RawRow, $"“{Short(parser[postcode])}” is no postcode");
            else
            {
                yield return (parser.RawRow, read, parser[area].Trim());
                continue;
            }

            yield return null;
        }
    }

    public static string TooShort(CsvParser parser, int columns)
        => string.Create(CultureInfo.InvariantCulture, $"it has {parser.Count} columns and not {columns}");

    public static string Short(string typed) => typed.Length <= 40 ? typed : typed[..40] + "…";

    private static CsvParser ParserOf(TextReader reader) => new(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MaxFieldSize = 100_000 });

    private static async Task<List<string>> HeaderAsync(CsvParser parser)
        => await parser.ReadAsync() ? [.. parser.Record!] : throw new InvalidDataException("The file is empty.");

    /// <summary>The name of a column without what editions put in brackets, and without spaces, marks and case.</summary>
    private static string Plain(string name) => NoLetters().Replace(Bracketed().Replace(name, " "), " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"\([^)]*\)?", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Bracketed();

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex NoLetters();

    [GeneratedRegex("20[0-9]{2}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Year();
}

/// <summary>A table of the index, open behind its first line.</summary>
/// <param name="postcode">Column of the postcode; negative when it goes by small area.</param>
/// <param name="year">Of which census its small areas are; null when it does not say.</param>
internal sealed class DeprivationTable(CsvParser parser, int postcode, int area, int decile, string? year) : IDisposable
{
    private readonly int columns = parser.Count;

    public bool IsByPostcode => postcode >= 0;

    public string? Year => year;

    /// <summary>Each line that can be read: the postcode or else the code of the small area as it stands there, and the decile, null where none is given. Null for a line that cannot.</summary>
    public async IAsyncEnumerable<(long Line, string Of, int? Decile)?> ReadAsync(Action<long, string> refuse)
    {
        var of = IsByPostcode ? postcode : area;
        while (await parser.ReadAsync())
        {
            if (parser.Count <= Math.Max(of, decile)) refuse(parser.RawRow, DeprivationLines.TooShort(parser, columns));
            else if (parser[decile].Trim() is { Length: > 0 } typed && DecileOf(typed) is null) refuse(parser.RawRow, $"“{DeprivationLines.Short(typed)}” is no decile from 1 to 10");
            else if (parser[of].Trim().Length == 0) refuse(parser.RawRow, IsByPostcode ? "it has no postcode" : "it has no code of a small area");
            else
            {
                yield return (parser.RawRow, parser[of].Trim(), DecileOf(parser[decile].Trim()));
                continue;
            }

            yield return null;
        }
    }

    public void Dispose() => parser.Dispose();

    private static int? DecileOf(string typed)
        => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is >= 1 and <= DecileBlock.Most ? read : null;
}
