using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Platform.Web;

/// <summary>A date typed into three fields, day, month and year, in whatever digits the reader uses.</summary>
[JsonConverter(typeof(TypedDateConverter))]
public sealed record TypedDate
{
    /// <summary>Day of the month as typed.</summary>
    public string? Day { get; set; }

    /// <summary>Number of the month as typed.</summary>
    public string? Month { get; set; }

    /// <summary>Year as typed, with its four digits.</summary>
    public string? Year { get; set; }

    /// <summary>True when nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The date; null when the three fields make none.</summary>
    public DateOnly? Value
        => Number(Year) is { } year and >= 1000 and <= 9999 && Number(Month) is { } month and >= 1 and <= 12 && Number(Day) is { } day && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The fields as they show a date.</summary>
    public static TypedDate Of(DateOnly? date) => date is not { } known ? new TypedDate() : new TypedDate
    {
        Day = known.Day.ToString(CultureInfo.InvariantCulture),
        Month = known.Month.ToString(CultureInfo.InvariantCulture),
        Year = known.Year.ToString(CultureInfo.InvariantCulture),
    };

    private static int? Number(string? typed)
    {
        var text = typed?.Trim();
        if (text is not { Length: >= 1 and <= 4 }) return null;
        var number = 0;
        foreach (var character in text)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit < 0) return null;
            number = (number * 10) + digit;
        }

        return number;
    }

    /// <summary>Kept as one date: <c>1961-04-30</c>.</summary>
    private sealed class TypedDateConverter : JsonConverter<TypedDate>
    {
        public override TypedDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => Of(DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

        public override void Write(Utf8JsonWriter writer, TypedDate value, JsonSerializerOptions options)
        {
            if (value.Value is { } date) writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            else writer.WriteNullValue();
        }
    }
}
