using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services.Kept;

/// <summary>Links that open a message with the list in it on the visitor's own phone. Nothing is sent or asked for until they are pressed.</summary>
/// <param name="Sms">Opens the phone's text messages.</param>
/// <param name="WhatsApp">Opens WhatsApp.</param>
internal sealed record KeptMessage(string Sms, string WhatsApp);

/// <summary>Puts a shortlist into words, in the reader's language.</summary>
internal sealed class KeptMessages(IStringLocalizer<KeptText> texts, DateWords dates, TenantContext tenant)
{
    /// <summary>Most groups named in a text message; the link leads to all of them.</summary>
    private const int MostInText = 5;

    /// <summary>One line that says enough to go there: name, when next, where, whom to ring.</summary>
    public string Line(ListingCard card)
    {
        var next = card.NextDates.Count > 0 ? $"{dates.Day(card.NextDates[0].Date)}, {dates.TimeSpan(card.NextDates[0].Start, card.NextDates[0].End)}" : null;
        var parts = new[] { next ?? card.WhenInWords, card.Address ?? card.VenueName ?? card.AttendanceInWords, card.ContactPhone ?? card.ContactText ?? card.ContactEmail };
        var rest = string.Join(". ", parts.Where(part => part is { Length: > 0 }));
        return rest.Length == 0 ? card.Title : $"{card.Title}: {rest}";
    }

    /// <summary>The links.</summary>
    /// <param name="address">Whole address of the list.</param>
    public KeptMessage Write(IReadOnlyList<ListingCard> cards, string address)
    {
        var lines = cards.Take(MostInText).Select(Line).Prepend(texts["Message.Intro", tenant.Settings.Name]);
        var body = Uri.EscapeDataString(string.Join('\n', lines.Append(texts["Message.All", address])));
        // "?&" is what both kinds of phone understand.
        return new KeptMessage($"sms:?&body={body}", $"https://wa.me/?text={body}");
    }
}
