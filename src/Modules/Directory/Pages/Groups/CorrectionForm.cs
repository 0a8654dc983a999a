using System.Globalization;
using Portal.Directory.Domain;
using Portal.Directory.Pages.MyGroups;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.Groups;

/// <summary>What a reader says is right: when, cost, contact, as typed. What is left empty stays as it is.</summary>
internal sealed class CorrectionForm
{
    private const int MostRows = 4;

    public List<MeetingRow> Rows { get; set; } = [];

    public string? Cost { get; set; }

    /// <summary>Price of one visit as typed.</summary>
    public string? Amount { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Site { get; set; }

    /// <summary>The form as the page says it now: without what the public may not see.</summary>
    public static CorrectionForm Of(Listing listing) => Of(listing, listing.Facts.ForThePublic());

    private static CorrectionForm Of(Listing listing, ListingFacts shown) => new()
    {
        Rows = MeetingRow.Of(listing.Schedules) is { Count: > 0 } rows ? rows : [new MeetingRow()],
        Cost = listing.Cost.ToString(),
        Amount = listing.CostPence is { } pence ? (pence / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null,
        Phone = shown.ContactPhone,
        Email = shown.ContactEmail,
        Site = shown.ContactWebsite,
    };

    /// <summary>The facts as the reader says they are.</summary>
    /// <param name="error">Takes the name of a field and the key of what is wrong with it.</param>
    public ListingFacts Read(ListingFacts now, Action<string, string> error) => ReadContact(ReadCost(ReadWhen(now, error), error), error);

    private ListingFacts ReadWhen(ListingFacts now, Action<string, string> error)
    {
        var schedules = new List<Schedule>();
        for (var i = 0; i < Math.Min(Rows.Count, MostRows); i++)
        {
            var row = i;
            if (!Rows[i].IsEmpty && Rows[i].Read((field, key) => error($"Rows[{row.ToString(CultureInfo.InvariantCulture)}].{field}", key)) is { } schedule) schedules.Add(schedule);
        }

        var joined = MeetingRow.Join(schedules);
        return joined.Count == 0 || joined.SequenceEqual(now.Schedules) || MeetingRow.Join(now.Schedules).SequenceEqual(joined) ? now : now with { Schedules = joined };
    }

    private ListingFacts ReadCost(ListingFacts now, Action<string, string> error)
    {
        if (!Enum.TryParse<Cost>(Cost, out var kind) || !Enum.IsDefined(kind)) return now;
        if (kind != Domain.Cost.Paid) return kind == now.Cost ? now : now with { Cost = kind, CostPence = null };
        var pence = TypedMoney.Parse(Amount);
        if (pence is null && !(kind == now.Cost && now.CostPence is null && string.IsNullOrWhiteSpace(Amount)))
            error(nameof(Amount), string.IsNullOrWhiteSpace(Amount) ? "Cost.AmountMissing" : "Cost.AmountUnclear");
        return now with { Cost = kind, CostPence = pence };
    }

    private ListingFacts ReadContact(ListingFacts now, Action<string, string> error) => now with
    {
        ContactPhone = Read(nameof(Phone), Phone, now.ContactPhone, TypedPhone.Parse, "Contact.PhoneUnclear", error),
        ContactEmail = Read(nameof(Email), Email, now.ContactEmail, TypedContact.Email, "Contact.EmailUnclear", error),
        ContactWebsite = Read(nameof(Site), Site, now.ContactWebsite, TypedContact.Website, "Contact.WebsiteUnclear", error),
    };

    private static string? Read(string field, string? typed, string? now, Func<string?, string?> parse, string key, Action<string, string> error)
    {
        if (TypedText.Clean(typed) is not { } text || text == now) return now;
        if (parse(text) is { } read) return read;
        error(field, key);
        return now;
    }
}
