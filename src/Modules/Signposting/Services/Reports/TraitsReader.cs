using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Domain.Rights;

namespace Portal.Signposting.Services.Reports;

/// <summary>Opens of sealed records what reports tell of the people who were reached: codes and bands, nothing else.</summary>
internal sealed class TraitsReader(PrivateText texts)
{
    private const string Unsaid = "unsaid";

    /// <summary>What is told of somebody on the day of a first contact.</summary>
    /// <param name="decile">Tenth of deprivation of a postcode, 1 the most deprived; null where it is not known.</param>
    public Traits Read(SealedPerson person, DateOnly day, Func<string, int?> decile)
    {
        var background = Open<Background>(person.Id, person.Background);
        return new Traits(
            Remains.BandOf(Open<Who>(person.Id, person.Who)?.AgeOn(day)) ?? Measure.Unknown,
            Known(background?.Sex),
            Known(background?.EthnicGroup),
            Known(Open<Communication>(person.Id, person.Communication)?.Reads),
            PostcodeOf(person) is { } postcode && decile(postcode) is { } tenth ? tenth.ToString(System.Globalization.CultureInfo.InvariantCulture) : Measure.Unknown);
    }

    /// <summary>The postcode as it was typed; null where there is none.</summary>
    public string? PostcodeOf(SealedPerson person) => Open<HomeAddress>(person.Id, person.Address)?.Postcode;

    private static string Known(string? code) => code is null or Unsaid ? Measure.Unknown : code;

    private T? Open<T>(string id, string? sealedText)
        where T : class, IPersonSection<T>, new()
        => sealedText is null ? null : SectionJson.Read<T>(texts.Open(sealedText, id, PrivateText.Prefix + T.Section));
}
