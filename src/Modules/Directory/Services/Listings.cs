using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Services.Duplicates;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>Makes cards in the reader's language.</summary>
internal sealed class Listings(
    MadeCards made, CardReader reader, MergedListings merged, ITaxonomies taxonomies, ScheduleWords schedules, ListingWording wording, DateWords dates, HolidayReader holidayReader, FreshnessReader freshness,
    TenantContext tenant) : IListings
{
    public async Task<IReadOnlyDictionary<string, ListingCard>> CardsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var cards = new Dictionary<string, ListingCard>(StringComparer.Ordinal);
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (made.Find(tenant, id) is { } card) cards[id] = card;
            else missing.Add(id);
        }

        if (missing.Count == 0) return cards;
        foreach (var (id, card) in await MakeAsync(missing, cancellationToken))
        {
            made.Keep(tenant, id, card);
            cards[id] = card;
        }

        return cards;
    }

    private async Task<Dictionary<string, ListingCard>> MakeAsync(HashSet<string> ids, CancellationToken cancellationToken)
    {
        var terms = await taxonomies.ReadAsync(cancellationToken);
        var (rows, venues, instead) = await ReadAsync(ids, cancellationToken);
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var now = dates.Now;
        var holidays = await holidayReader.ReadAsync(cancellationToken);
        var rule = await freshness.ReadAsync(cancellationToken);
        var cards = rows.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => CardOf(row, row.VenueId is { } id ? venues.GetValueOrDefault(id) : null, terms, chain, now, holidays, rule), StringComparer.Ordinal);
        foreach (var (id, reached) in instead)
        {
            if (cards.TryGetValue(reached, out var card)) cards[id] = card;
        }

        return cards;
    }

    /// <summary>What cards are made of, and which of the ids asked for have another instead, since two pages became one.</summary>
    private async Task<(IReadOnlyList<CardRow> Rows, IReadOnlyDictionary<string, Venue> Venues, IReadOnlyDictionary<string, string> Instead)> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var instead = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (await merged.InsteadOfAsync(id, cancellationToken) is { } reached) instead[id] = reached;
        }

        var (rows, venues) = await reader.ReadAsync([.. ids.Except(instead.Keys, StringComparer.Ordinal).Union(instead.Values, StringComparer.Ordinal)], cancellationToken);
        return (rows, venues, instead);
    }

    private ListingCard CardOf(CardRow row, Venue? venue, TermList terms, IReadOnlyList<string> chain, DateTime now, Holidays holidays, Freshness rule)
    {
        var text = chain.Select(language => row.Texts.FirstOrDefault(text => text.Culture == language)).FirstOrDefault(text => text is not null) ?? row.Texts[0];
        var next = row.Places == Places.Paused ? [] : Meetings.Next(row.OwnDates, row.Schedules, SeasonalBreak.MeetsFrom(now, row.BackOn), 3, holidays);
        var warns = rule.Warns(freshness.FactsOf(row.AssuredOn, row.AddedAt, row.BackOn, row.Places));
        return new ListingCard
        {
            Id = row.Id,
            Slug = row.Slug,
            TextLanguage = text.Culture,
            Title = text.Title,
            Summary = text.Summary ?? "",
            WhenInWords = row.OwnDates is not null && next is [var first, ..] ? schedules.Next(first) : schedules.Line(row.Schedules),
            NextDates = next,
            AttendanceInWords = wording.Attendance(row.Attendance),
            VenueName = venue?.Texts.Find(chain, place => place.Title)?.Text ?? venue?.Town,
            Address = venue is null ? null : AddressOf(venue),
            Town = venue?.Town,
            Place = venue is { Latitude: { } latitude, Longitude: { } longitude } ? new Point(latitude, longitude) : null,
            Transport = venue?.Texts.Find(chain, place => place.Transport)?.Text,
            CostInWords = wording.Cost(row.Cost, row.CostPence),
            Languages = [.. row.Languages.Select(wording.Language)],
            LanguageCodes = row.Languages,
            Access = AccessOf(row.AccessIds, venue, terms, chain),
            ContactName = row.ContactName,
            ContactPhone = row.ContactPhone,
            ContactText = row.ContactText,
            ContactEmail = row.ContactEmail,
            PlacesInWords = wording.Break(row.BackOn) ?? wording.Full(row.FullUntil) ?? wording.Places(row.Places, text.PlacesNote)
                ?? (wording.HasNothingNext(row.Schedules, row.Places, next.Count) ? wording.NothingNext : null),
            FreshnessInWords = wording.Freshness(row.AssuredOn, warns),
            IsStale = warns,
        };
    }

    /// <summary>Street, town and postcode in one line, as the post writes it.</summary>
    public static string AddressOf(Venue venue)
    {
        // "Westgate, Shipley" needs no second "Shipley".
        var town = venue.Town is { } name && venue.AddressLine?.EndsWith(name, StringComparison.OrdinalIgnoreCase) == true ? null : venue.Town;
        return string.Join(", ", new[] { venue.AddressLine, string.Join(' ', new[] { town, venue.Postcode }.Where(part => !string.IsNullOrEmpty(part))) }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Names of the accessibility terms of a group and its venue, in order.</summary>
    public static IReadOnlyList<string> AccessOf(IReadOnlyList<string> ids, Venue? venue, TermList terms, IReadOnlyList<string> chain)
        => [.. ids.Union(venue?.AccessIds ?? [], StringComparer.Ordinal).Select(terms.Find).OfType<TermInfo>().OrderBy(term => term.Order).Select(term => term.NameIn(chain).Name)];
}
