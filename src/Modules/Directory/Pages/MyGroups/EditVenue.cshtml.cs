using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Corrects the place where the group meets, for every group that meets there.</summary>
internal sealed class EditVenueModel(
    SectionTools tools, VenueEditor editor, VenueInWords inWords, TermChoices terms, TenantContext tenant, IStringLocalizer<KeepingText> keeping, IStringLocalizer<PrivacyText> privacy) : SectionModel(tools)
{
    private const string Private = "private";
    private VenueSnapshot? wanted;

    /// <summary>What the place is called and how one gets there, one for each of <see cref="Languages"/>.</summary>
    [BindProperty]
    public List<PlaceWords> Words { get; set; } = [];

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Town { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string[] Access { get; set; } = [];

    /// <summary>Holds <c>private</c> when the address is never to be shown.</summary>
    [BindProperty]
    public string[] Privacy { get; set; } = [];

    public IReadOnlyList<SelectListItem> PrivacyChoices => [new(privacy["Venue.Private"], Private)];

    public override string Heading => keeping["Place.Heading"];

    public Venue Venue { get; private set; } = null!;

    /// <summary>The other groups that will show the change.</summary>
    public IReadOnlyList<Wording> Others { get; private set; } = [];

    /// <summary>The language the place was first described in, then the others.</summary>
    public IReadOnlyList<LanguageInfo> Languages { get; private set; } = [];

    public IReadOnlyList<SelectListItem> AccessTerms => terms.Of(TaxonomyIds.Access);

    protected override int RevisionNow => Venue.Revision;

    /// <summary>True where the words in another language have to be in sight.</summary>
    public bool ShowsWords(int place) => ModelState.TryGetValue($"Words[{place}].Title", out var entry) && entry.Errors.Count > 0;

    protected override async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        if (Listing.VenueId is not { } id || await editor.FindAsync(id, cancellationToken) is not { } venue) return false;
        Venue = venue;
        Others = await editor.OthersAsync(id, Listing.Id, cancellationToken);
        Languages = [.. venue.Texts.Select(text => text.Culture).Concat(tenant.Settings.Languages).Distinct(StringComparer.Ordinal).OrderBy(code => code == venue.Culture ? 0 : 1).Select(LanguageInfo.Of)];
        while (Words.Count < Languages.Count) Words.Add(new PlaceWords());
        await terms.ReadAsync(cancellationToken);
        return true;
    }

    protected override void Fill()
    {
        (Address, Town, Postcode, Access, Privacy) = (Venue.AddressLine, Venue.Town, Venue.Postcode, [.. Venue.AccessIds], Venue.IsConfidential ? [Private] : []);
        Words = [.. Languages.Select(language => Venue.Texts.In(language.Code)).Select(text => new PlaceWords { Title = text?.Title, Transport = text?.Transport })];
    }

    protected override async Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var address = TypedText.Clean(Address);
        if (TypedText.Clean(Words[0].Title) is null) Error("Words[0].Title", "Venue.NameMissing");
        if (address is null && Venue.AddressLine is not null) Error(nameof(Address), "Venue.AddressMissing");
        var postcode = ReadPostcode();
        var texts = new Dictionary<string, VenueWords>(StringComparer.Ordinal);
        for (var place = 0; place < Languages.Count; place++)
        {
            var (title, transport) = (TypedText.Clean(Words[place].Title), TypedText.Clean(Words[place].Transport));
            if (place > 0 && title is null && transport is not null) Error($"Words[{place}].Title", "Venue.NameMissing");
            if (title is not null) texts[Languages[place].Code] = new VenueWords(title, transport);
        }

        if (!ModelState.IsValid) return null;
        var typed = Venue.Snapshot() with { AddressLine = address, Town = TypedText.Clean(Town), Postcode = postcode, AccessIds = terms.Chosen(Venue.AccessIds, Access, TaxonomyIds.Access), Texts = InOrder(texts), IsConfidential = Privacy.Contains(Private, StringComparer.Ordinal) };
        wanted = await editor.OnMapAsync(Venue, typed, cancellationToken);
        return new SectionChange();
    }

    protected override Task<IReadOnlyList<Difference>> CompareAsync(SectionChange change, CancellationToken cancellationToken)
        => inWords.CompareAsync(Venue.Snapshot(), wanted!, cancellationToken);

    /// <summary>Saved at once, for every group that meets there; from somebody who is not trusted yet, told to the moderators instead.</summary>
    protected override async Task<EditOutcome> SaveAsync(SectionChange change, CancellationToken cancellationToken)
        => await MayPublishAsync(cancellationToken)
            ? await editor.ChangeAsync(Venue.Id, Revision, wanted!, cancellationToken)
            : await AskAsync(await CompareAsync(change, cancellationToken), cancellationToken);

    /// <summary>The postcode written properly; what stands there already is left as it is.</summary>
    private string? ReadPostcode()
    {
        if (TypedText.Clean(Postcode) is not { } typed)
        {
            if (Venue.Postcode is not null) Error(nameof(Postcode), "Venue.PostcodeMissing");
            return null;
        }

        if (typed == Venue.Postcode) return typed;
        if (Domain.Postcode.Parse(typed) is { Incode: not null } postcode) return postcode.ToString();
        Error(nameof(Postcode), "Venue.PostcodeUnclear");
        return null;
    }

    private static Dictionary<string, VenueWords> InOrder(Dictionary<string, VenueWords> texts)
        => texts.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>What is said of the place in one language, as typed.</summary>
    internal sealed class PlaceWords
    {
        public string? Title { get; set; }

        public string? Transport { get; set; }
    }
}
