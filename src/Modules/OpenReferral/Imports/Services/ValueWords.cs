using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Resources;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Says the values of records in the reader's language.</summary>
internal sealed class ValueWords(PortalDbContext db, IListingImport directory, ITaxonomies taxonomies, DateWords dates, TenantContext tenant, IStringLocalizer<ImportText> texts)
{
    /// <summary>Names of organisations and locations by their ids here or in the source, and the terms.</summary>
    internal sealed record Names(IReadOnlyDictionary<string, string> Things, TermList Terms);

    public string Label(string field) => texts["Field." + field].Value;

    /// <summary>The names that a page of fields needs.</summary>
    public async Task<Names> NamesAsync(string? runId, IEnumerable<FieldDiff> fields, CancellationToken cancellationToken)
    {
        var referred = fields.Where(field => field.Field is "OrganizationId" or "LocationId").SelectMany(field => new[] { field.Ours, field.Theirs, field.Base }.Select(value => value?.GetValue<string>()))
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (referred.Count > 0)
        {
            var state = await directory.ReadAsync(new DirectoryIds(referred, referred, []), cancellationToken);
            foreach (var (id, organization) in state.Organizations) names[id] = organization.Name;
            foreach (var (id, location) in state.Locations) names[id] = NameOf(location);
            var staged = await db.Set<StagedChange>().AsNoTracking().Where(change => change.RunId == runId && change.Record != RecordKind.Service && referred.Contains(change.ExternalId))
                .Select(change => new { change.ExternalId, change.Title }).ToListAsync(cancellationToken);
            foreach (var change in staged) names.TryAdd(change.ExternalId, change.Title);
        }

        return new Names(names, await taxonomies.ReadAsync(cancellationToken));
    }

    /// <summary>A value in words; empty for none.</summary>
    public string Say(string field, JsonNode? value, Names names) => (field, value) switch
    {
        (_, null or JsonArray { Count: 0 }) => "",
        ("Schedules", _) => string.Join("; ", directory.InWords(value.Deserialize<List<ScheduleFacts>>(PortalJson.Options)!)),
        ("OrganizationId" or "LocationId", _) => names.Things.GetValueOrDefault(value.GetValue<string>(), "?"),
        ("Languages", JsonArray codes) => string.Join(", ", codes.Select(code => LanguageName(code!.GetValue<string>()))),
        ("ActivityIds" or "NeedIds" or "AccessIds" or "AudienceIds", JsonArray ids) => string.Join(", ", ids.Select(id => names.Terms.Find(id!.GetValue<string>())?.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name ?? "?")),
        ("Attending", JsonArray ways) => string.Join(", ", ways.Select(way => texts["Attending." + way!.GetValue<string>()].Value)),
        ("Cost", _) => texts["Cost." + value.GetValue<string>()].Value,
        ("CostPence", _) => Money(value.GetValue<int>()),
        ("Status", _) => texts[value.GetValue<string>() == "active" ? "Status.active" : "Status.paused"].Value,
        ("AssuredDate", _) => dates.Date(DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (_, JsonArray list) => string.Join(", ", list.Select(one => one?.ToString())),
        (_, JsonValue one) when one.TryGetValue<double>(out var number) => number.ToString("0.#####", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>"Free", "By donation".</summary>
    public string Cost(string cost) => texts["Cost." + cost].Value;

    /// <summary>"Online".</summary>
    public string Attending(string way) => texts["Attending." + way].Value;

    /// <summary>"£2.50".</summary>
    public static string Money(int pence) => "£" + (pence / 100m).ToString(pence % 100 == 0 ? "0" : "0.00", CultureInfo.CurrentCulture);

    /// <summary>Name and address of a location in one line.</summary>
    public static string NameOf(LocationFacts location)
        => string.Join(", ", new[] { location.Name, location.Address == location.Name ? null : location.Address, location.City, location.PostalCode == location.Name ? null : location.PostalCode }.Where(part => !string.IsNullOrEmpty(part)));

    private string LanguageName(string code) => LanguageInfo.Find(code) is { } language ? language.NameIn(LanguageInfo.Of(tenant.Language)) : code;
}
