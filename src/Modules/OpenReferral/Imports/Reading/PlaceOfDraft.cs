using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Where a service takes place: from fields of its own, or out of one line like "Shipley Library, Wellcroft, Shipley BD18 3QH".</summary>
internal sealed partial class PlaceOfDraft(Draft draft)
{
    private static readonly string[] online = ["online", "zoom", "teams", "virtual", "webinar", "internet"];
    private static readonly string[] phone = ["phone", "telephone", "byphone", "bytelephone", "overthephone"];
    private static readonly string[] nowhere = ["various", "tbc", "tba", "na", "none", "varies", "variousvenues", "differentvenues"];

    /// <summary>What was read.</summary>
    internal sealed record Place(FeedThing<LocationFacts>? Location, bool IsOnline, bool IsPhone);

    public Place Read()
    {
        var where = Prose.Line(draft.Where);
        var venue = Prose.Line(draft.Venue);
        var all = $"{where} {venue}".ToLowerInvariant();
        var isOnline = online.Any(word => all.Contains(word, StringComparison.Ordinal));
        var isPhone = phone.Contains(Prose.Key(where ?? venue), StringComparer.Ordinal);
        var (address, town, postcode) = (Prose.Line(draft.Address), Prose.Line(draft.Town), Prose.Line(draft.Postcode));
        if (where is not null && (isPhone || (isOnline && Postcode().Match(where) is { Success: false } && where.Length < 60) || nowhere.Contains(Prose.Key(where), StringComparer.Ordinal))) where = null;
        if (venue is not null && (isPhone || nowhere.Contains(Prose.Key(venue), StringComparer.Ordinal) || (isOnline && address is null && postcode is null))) venue = null;
        if (where is not null) TakeApart(where, ref venue, ref address, ref town, ref postcode);
        else if (address is not null && postcode is null) FindPostcode(ref address, ref postcode);
        if (venue is null && address is null && postcode is null) return new Place(null, isOnline, isPhone);

        var code = TypedValues.Postcode(postcode);
        if (postcode is not null && code is null) draft.Note(SheetFields.Postcode, "PostcodeUnclear", Prose.Cut(postcode, 20));
        var (latitude, longitude) = Coordinates();
        var name = venue ?? address ?? code ?? postcode!;
        var id = Prose.Line(draft.VenueId) ?? "loc:" + Prose.Key(name) + "|" + Prose.Key(code ?? address ?? town);
        return new Place(
            new FeedThing<LocationFacts>(DraftReader.ExternalId(id), new LocationFacts
            {
                Name = name,
                Address = address,
                City = town,
                PostalCode = code,
                Latitude = latitude,
                Longitude = longitude,
                Transportation = Prose.Line(draft.Transport),
            }),
            isOnline, isPhone);
    }

    private static void TakeApart(string where, ref string? venue, ref string? address, ref string? town, ref string? postcode)
    {
        string? line = where;
        if (postcode is null) FindPostcode(ref line, ref postcode);
        var parts = (line ?? "").Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (venue is null && parts.Count > 0)
        {
            venue = parts[0];
            parts.RemoveAt(0);
        }

        // The last part is the town, where there is something before it or a postcode after it.
        if (town is null && parts.Count > 0 && (parts.Count > 1 || postcode is not null) && !parts[^1].Any(char.IsAsciiDigit))
        {
            town = parts[^1];
            parts.RemoveAt(parts.Count - 1);
        }

        if (address is null && parts.Count > 0) address = string.Join(", ", parts);
    }

    private static void FindPostcode(ref string? line, ref string? postcode)
    {
        if (line is null || Postcode().Match(line) is not { Success: true } match) return;
        postcode = match.Value;
        line = (line[..match.Index] + line[(match.Index + match.Length)..]).Trim(' ', ',', '.', '(', ')');
        if (line.Length == 0) line = null;
    }

    private (double? Latitude, double? Longitude) Coordinates()
    {
        if (Prose.Line(draft.Latitude) is not { } north || Prose.Line(draft.Longitude) is not { } east) return (null, null);
        if (double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && (latitude != 0 || longitude != 0))
            return (Math.Round(latitude, 6), Math.Round(longitude, 6));
        draft.Note(SheetFields.Where, "CoordinatesWrong", Prose.Cut(north, 30), Prose.Cut(east, 30));
        return (null, null);
    }

    [GeneratedRegex(@"\b[A-Za-z]{1,2}[0-9][A-Za-z0-9]?\s*[0-9][A-Za-z]{2}\b", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Postcode();
}
