using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services;

/// <summary>Links that open a message with the address of a plan in it, on the worker's own phone or computer. Nothing is sent from here.</summary>
internal sealed record ShareMessage(string Sms, string WhatsApp, string Mail);

/// <summary>Writes such messages in the language of the plan. The person's name is not in them.</summary>
internal sealed class ShareMessages(IStringLocalizer<SignpostingText> texts, DateWords dates, TenantContext tenant)
{
    public ShareMessage Write(string link, DateOnly lastDay, string language) => LanguageInfo.Of(language).Say(() =>
    {
        var body = Uri.EscapeDataString(texts["Share.MessageBody", tenant.Settings.Name, link, dates.Date(lastDay)]);
        return new ShareMessage($"sms:?&body={body}", $"https://wa.me/?text={body}", $"mailto:?subject={Uri.EscapeDataString(texts["Share.MessageSubject"])}&body={body}");
    });
}
