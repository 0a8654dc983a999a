using System.Text.Json;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Groups;

/// <summary>Reads the form that tells of a new group.</summary>
/// <param name="error">Takes the name of a field, the key of what is wrong with it, and values for the words.</param>
internal sealed class NewGroupReader(AddGroupModel form, TermList terms, TenantContext tenant, TimeProvider clock, Action<string, string, object[]> error)
{
    private bool isRight = true;

    /// <summary>The group to be looked at by a moderator; null after telling what is wrong.</summary>
    public Suggestion? Read()
    {
        var title = Text(nameof(form.Title), form.Title, 100);
        if (title is null) Wrong(nameof(form.Title), "Words.TitleMissing");
        var words = new ListingWords
        {
            Title = title ?? "",
            Summary = Text(nameof(form.Summary), form.Summary, 140),
            Description = Text(nameof(form.Description), form.Description, 4000),
            ScheduleNote = Text(nameof(form.ScheduleNote), form.ScheduleNote, 300),
        };
        var facts = ReadFacts();
        var place = ReadPlace();
        var helps = form.Helps.Length > 0;
        var name = Text(nameof(form.YourName), form.YourName, 100);
        if (name is null) Wrong(nameof(form.YourName), "Add.YourNameMissing");
        var email = TypedContact.Email(form.YourEmail)?.ToLowerInvariant();
        if (email is null && !string.IsNullOrWhiteSpace(form.YourEmail)) Wrong(nameof(form.YourEmail), "Contact.EmailUnclear");
        else if (email is null && helps) Wrong(nameof(form.YourEmail), "Add.YourEmailMissing");
        if (!isRight) return null;

        var now = clock.GetUtcNow();
        var after = new ListingSnapshot("", facts, new Dictionary<string, ListingWords>(StringComparer.Ordinal) { [tenant.Language] = words });
        return new Suggestion
        {
            Id = Ids.New(clock),
            Kind = SuggestionKind.NewListing,
            Title = words.Title,
            Culture = tenant.Language,
            After = SnapshotParts.Of(after).ToJsonString(PortalJson.Options),
            Place = place is null ? null : JsonSerializer.Serialize(place, PortalJson.Options),
            Name = name,
            Email = email,
            HelpsToRun = helps,
            Language = tenant.Language,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    private ListingFacts ReadFacts()
    {
        var ways = AttendanceWays.All.Where(way => form.Ways.Contains(way, StringComparer.Ordinal)).ToList();
        if (ways.Count == 0) Wrong(nameof(form.Ways), "Where.WaysMissing");
        var schedule = form.When.IsEmpty ? null : form.When.Read((field, key) => Wrong("When." + field, key));
        if (!Enum.TryParse<Cost>(form.Cost, out var cost) || !Enum.IsDefined(cost)) Wrong(nameof(form.Cost), "Cost.KindMissing");
        var pence = TypedMoney.Parse(form.Amount);
        if (cost == Cost.Paid && form.Cost is not null && pence is null) Wrong(nameof(form.Amount), string.IsNullOrWhiteSpace(form.Amount) ? "Cost.AmountMissing" : "Cost.AmountUnclear");
        var phone = Way(nameof(form.Phone), form.Phone, TypedPhone.Parse, "Contact.PhoneUnclear");
        var email = Way(nameof(form.Email), form.Email, TypedContact.Email, "Contact.EmailUnclear");
        var site = Way(nameof(form.Site), form.Site, TypedContact.Website, "Contact.WebsiteUnclear");
        if (new[] { form.Phone, form.Email, form.Site }.All(string.IsNullOrWhiteSpace)) Wrong(nameof(form.Phone), "Add.NoWay");
        return new ListingFacts
        {
            Attendance = ways,
            ActivityIds = form.Activity is { } id && terms.Find(id)?.TaxonomyId == TaxonomyIds.Activity ? [id] : [],
            Schedules = schedule is null ? [] : [schedule],
            Cost = cost,
            CostPence = cost == Cost.Paid ? pence : null,
            ContactName = Text(nameof(form.ContactName), form.ContactName, 100),
            ContactPhone = phone,
            ContactEmail = email,
            ContactWebsite = site,
            Languages = [.. form.Spoken.Where(code => tenant.Settings.Languages.Contains(code, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The place; null where none was typed.</summary>
    private SuggestedPlace? ReadPlace()
    {
        var (name, address, town) = (Text(nameof(form.PlaceName), form.PlaceName, 150), Text(nameof(form.Address), form.Address, 200), Text(nameof(form.Town), form.Town, 100));
        if (name is null && address is null && string.IsNullOrWhiteSpace(form.Postcode)) return null;
        var postcode = Postcode.Parse(form.Postcode);
        if (name is null) Wrong(nameof(form.PlaceName), "Venue.NameMissing");
        if (address is null) Wrong(nameof(form.Address), "Venue.AddressMissing");
        if (postcode?.Incode is null) Wrong(nameof(form.Postcode), string.IsNullOrWhiteSpace(form.Postcode) ? "Venue.PostcodeMissing" : "Venue.PostcodeUnclear");
        return name is null || address is null || postcode?.Incode is null ? null : new SuggestedPlace(tenant.Language, name, address, town, postcode.ToString());
    }

    private string? Way(string field, string? typed, Func<string?, string?> parse, string key)
    {
        if (TypedText.Clean(typed) is not { } text) return null;
        var read = parse(text);
        if (read is null) Wrong(field, key);
        return read;
    }

    private string? Text(string field, string? typed, int longest)
    {
        var text = TypedText.Clean(typed);
        if (text?.Length > longest) Wrong(field, "Words.TooLong", longest, text.Length);
        return text;
    }

    private void Wrong(string field, string key, params object[] values)
    {
        isRight = false;
        error(field, key, values);
    }
}
