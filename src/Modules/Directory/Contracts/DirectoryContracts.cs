using Portal.Search.Contracts;

namespace Portal.Directory.Contracts;

/// <summary>The four taxonomies of a tenant.</summary>
public interface ITaxonomies
{
    /// <summary>All terms, by id, with names in the reader's language.</summary>
    Task<TermList> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Ids of the taxonomies the product relies on.</summary>
public static class TaxonomyIds
{
    /// <summary>Kind of activity.</summary>
    public const string Activity = "tax-activity";

    /// <summary>What a person may need.</summary>
    public const string Need = "tax-need";

    /// <summary>How accessible a place is.</summary>
    public const string Access = "tax-access";

    /// <summary>Who it is for.</summary>
    public const string Audience = "tax-audience";
}

/// <summary>The terms as read for one version of the content. Knows every language.</summary>
public sealed class TermList(IReadOnlyList<TermInfo> terms)
{
    private readonly Dictionary<string, TermInfo> byId = terms.ToDictionary(term => term.Id, StringComparer.Ordinal);
    private readonly Dictionary<(string TaxonomyId, string Path), TermInfo> byPath = terms.DistinctBy(term => (term.TaxonomyId, term.Path)).ToDictionary(term => (term.TaxonomyId, term.Path));

    /// <summary>All terms, in order.</summary>
    public IReadOnlyList<TermInfo> All { get; } = terms;

    /// <summary>The term of that id, or null.</summary>
    public TermInfo? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The term with that path in a taxonomy, or null: <c>singing</c> in addresses.</summary>
    public TermInfo? FindByPath(string taxonomyId, string path) => byPath.GetValueOrDefault((taxonomyId, path));

    /// <summary>The terms of one taxonomy.</summary>
    public IEnumerable<TermInfo> Of(string taxonomyId) => All.Where(term => term.TaxonomyId == taxonomyId);
}

/// <summary>One term.</summary>
/// <param name="Path">Short name in addresses.</param>
/// <param name="Names">Its name per language.</param>
/// <param name="Synonyms">Other words for it, in all languages.</param>
public sealed record TermInfo(string Id, string TaxonomyId, string Path, int Order, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Synonyms)
{
    /// <summary>The name in the first language of a chain that has one, and that language.</summary>
    public (string Name, string Language) NameIn(IReadOnlyList<string> fallbackChain)
    {
        foreach (var language in fallbackChain)
        {
            if (Names.TryGetValue(language, out var name)) return (name, language);
        }

        return Names.Count > 0 ? (Names.First().Value, Names.First().Key) : (Path, "en");
    }
}

/// <summary>Listings as other modules see them.</summary>
public interface IListings
{
    /// <summary>What a reader needs to go to the groups of those ids, in the reader's language; those not public are left out. A fixed number of queries.
    /// Where two pages became one, the id of the page that went has the card of the one that stayed.</summary>
    Task<IReadOnlyDictionary<string, ListingCard>> CardsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}

/// <summary>Where to measure distances from.</summary>
public interface IPlaces
{
    /// <summary>The point of a postcode, outcode or town as typed; null when it is not known.</summary>
    Task<FoundPlace?> FindAsync(string typed, CancellationToken cancellationToken);
}

/// <summary>A place that was found.</summary>
/// <param name="Name">Its name written properly: <c>BD8 7HY</c>, <c>BD8</c>, <c>Shipley</c>.</param>
/// <param name="MeasuredFrom">Where a postcode is not known itself, the larger part in whose middle <paramref name="Point"/> is: <c>BD8 7</c> or <c>BD8</c>; else null.</param>
public sealed record FoundPlace(string Name, Point Point, string? MeasuredFrom = null);

/// <summary>A listing on a card, in a plan, on a printed sheet. Texts are in <see cref="TextLanguage"/>; words made from codes are in the reader's language.</summary>
public sealed record ListingCard
{
    /// <summary>Id over all languages.</summary>
    public required string Id { get; init; }

    /// <summary>Last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Language that title, summary and notes are written in.</summary>
    public required string TextLanguage { get; init; }

    /// <summary>Name of the group.</summary>
    public required string Title { get; init; }

    /// <summary>One line of what it is.</summary>
    public required string Summary { get; init; }

    /// <summary>The schedule and next date in words: "Tuesday 10 am, weekly"; null when there is none.</summary>
    public string? WhenInWords { get; init; }

    /// <summary>The next dates, the nearest first, at most three.</summary>
    public IReadOnlyList<NextDate> NextDates { get; init; } = [];

    /// <summary>"Online", "By phone", or null when it is in person.</summary>
    public string? AttendanceInWords { get; init; }

    /// <summary>Name of the venue, or null.</summary>
    public string? VenueName { get; init; }

    /// <summary>Address in one line with the postcode, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Town or quarter.</summary>
    public string? Town { get; init; }

    /// <summary>Where it is, or null.</summary>
    public Point? Place { get; init; }

    /// <summary>How to get there.</summary>
    public string? Transport { get; init; }

    /// <summary>"Free", "£3", "By donation".</summary>
    public required string CostInWords { get; init; }

    /// <summary>Names of the languages spoken there.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>BCP 47 codes of the languages spoken there, in the same order.</summary>
    public IReadOnlyList<string> LanguageCodes { get; init; } = [];

    /// <summary>Names of the accessibility terms.</summary>
    public IReadOnlyList<string> Access { get; init; } = [];

    /// <summary>First name of whom to ask for.</summary>
    public string? ContactName { get; init; }

    /// <summary>Phone number in international form or as given.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>Mobile number that takes text messages.</summary>
    public string? ContactText { get; init; }

    /// <summary>E-mail address.</summary>
    public string? ContactEmail { get; init; }

    /// <summary>"Full until March; we keep a list", "Having a break. Back on 6 January", or that no date is planned; null when one can simply come.</summary>
    public string? PlacesInWords { get; init; }

    /// <summary>"confirmed 12 days ago".</summary>
    public required string FreshnessInWords { get; init; }

    /// <summary>True when nobody has confirmed it for longer than the tenant allows without a warning.</summary>
    public bool IsStale { get; init; }
}

/// <summary>A card in a list.</summary>
/// <param name="Miles">How far away it is; null where that is not asked or cannot be told.</param>
public sealed record CardOnPage(ListingCard Card, double? Miles = null);

/// <summary>A date a group meets, in the tenant's time zone.</summary>
public sealed record NextDate(DateOnly Date, TimeOnly Start, TimeOnly? End);

/// <summary>A listing was made, changed, hidden or shown, together with its venue, organisation or terms.</summary>
/// <param name="ListingId">Id over all languages.</param>
public sealed record ListingChanged(string ListingId);

/// <summary>How listings stand in the search index.</summary>
public static class ListingFacets
{
    /// <summary>Kind of item in <see cref="SearchItem.Kind"/>.</summary>
    public const string Kind = "listing";

    /// <summary>Only in addresses, not in the index: <c>today</c>, <c>tomorrow</c> or <c>this-week</c>, asked for as values of <see cref="Date"/>.</summary>
    public const string When = "when";

    /// <summary>
    /// Only in the index, not in addresses: <c>MO</c> to <c>SU</c> for what takes place on that day in every week, else the date of
    /// each coming meeting, <c>2026-11-24</c>. So the entry of a weekly group stays true however much time passes.
    /// </summary>
    public const string Date = "date";

    /// <summary>Day of the week: <c>MO</c> to <c>SU</c>, or <c>weekend</c>.</summary>
    public const string Day = "day";

    /// <summary><c>morning</c> (starts before 12), <c>afternoon</c> (before 17) or <c>evening</c>.</summary>
    public const string Time = "time";

    /// <summary><c>free</c>, <c>donation</c> or <c>paid</c>.</summary>
    public const string Cost = "cost";

    /// <summary>BCP 47 code of a language spoken there.</summary>
    public const string Language = "language";

    /// <summary><see cref="TermInfo.Path"/> of an activity.</summary>
    public const string Category = "category";

    /// <summary><see cref="TermInfo.Path"/> of a need.</summary>
    public const string Need = "need";

    /// <summary><see cref="TermInfo.Path"/> of an accessibility term, of the group or its venue.</summary>
    public const string Access = "access";

    /// <summary><see cref="TermInfo.Path"/> of an audience.</summary>
    public const string Audience = "audience";

    /// <summary><c>in-person</c>, <c>online</c> or <c>phone</c>.</summary>
    public const string How = "how";

    /// <summary>Only in the index: day and part of the day of a meeting, <c>TU-morning</c>.</summary>
    public const string Slot = "slot";

    /// <summary>Only in the index: <c>small</c> for what costs <see cref="SmallPricePence"/> a visit at most.</summary>
    public const string Price = "price";

    /// <summary>Only in the index: <c>waiting-list</c> or <c>full</c>; nothing where one can simply come.</summary>
    public const string Places = "places";

    /// <summary>Only in the index: <c>named</c> when the page says whom to ask for.</summary>
    public const string Contact = "contact";

    /// <summary>What is still called a little money, in pence a visit.</summary>
    public const int SmallPricePence = 300;

    /// <summary>All of them, in the order in which they are offered as filters.</summary>
    public static IReadOnlyList<string> All { get; } = [Category, When, Day, Time, Cost, How, Language, Access, Audience, Need];
}
