using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Says what is known of a place in the reader's language, so that people can see what changed.</summary>
internal sealed class VenueInWords(
    ITaxonomies taxonomies, ListingWording wording, TenantContext tenant, IStringLocalizer<VolunteerText> texts, IStringLocalizer<DirectoryText> shared, IStringLocalizer<PrivacyText> privacy)
{
    /// <summary>What differs between two states of a place.</summary>
    public async Task<IReadOnlyList<Difference>> CompareAsync(VenueSnapshot before, VenueSnapshot after, CancellationToken cancellationToken)
    {
        var terms = await taxonomies.ReadAsync(cancellationToken);
        return Difference.Between(Say(before, terms), Say(after, terms));
    }

    private List<SaidField> Say(VenueSnapshot venue, TermList terms)
    {
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var fields = new List<SaidField>();
        foreach (var (culture, words) in venue.Texts)
        {
            fields.Add(In(culture, "Venue.Name", words.Title));
            fields.Add(In(culture, "Venue.Transport", words.Transport));
        }

        fields.Add(Fact("Venue.Address", venue.AddressLine));
        fields.Add(Fact("Venue.Town", venue.Town));
        fields.Add(Fact("Venue.Postcode", venue.Postcode));
        fields.Add(Fact("Field.Access", shared.JoinComma([.. venue.AccessIds.Select(terms.Find).OfType<TermInfo>().OrderBy(term => term.Order).Select(term => term.NameIn(chain).Name)])));
        fields.Add(new SaidField("IsConfidential", null, privacy["Venue.Who"], privacy[venue.IsConfidential ? "Field.Private" : "Field.Public"]));
        return fields;
    }

    private SaidField Fact(string key, string? words) => new(key, null, texts[key], words ?? "");

    private SaidField In(string culture, string key, string? words) => new(key, culture, texts["Field.InLanguage", texts[key].Value, wording.Language(culture)], words ?? "");
}
