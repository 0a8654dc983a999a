using Portal.Messages.Contracts;
using Portal.Messages.Domain;
using Portal.Platform.Data;

namespace Portal.Messages.Services;

/// <summary>Sets up how texts are sent. The key of the gateway is sealed, shown to nobody, and in no trail.</summary>
internal sealed class TextGateway(PortalDbContext db, TextTransport texts, OutboxSeal seal, IMessageWriter messages, AuditLog audit)
{
    public Task<TextSettings> ReadAsync(CancellationToken cancellationToken) => texts.SettingsAsync(cancellationToken);

    /// <param name="key">The key as typed; null leaves the one there is.</param>
    /// <returns>False when nothing was different.</returns>
    public async Task<bool> SaveAsync(TextSettings typed, string? key, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        var after = typed with { SealedHeader = typed.HeaderName is null ? null : key is null ? before.SealedHeader : seal.SealKey(key) };
        if (after == before) return false;
        audit.Record("messages.texts-changed", "settings", TextSettings.Name, ForTheTrail(before), ForTheTrail(after), key is null ? null : "new key");
        await Setting.WriteAsync(db, TextSettings.Name, after, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Sends a text to try it out; in quiet hours it waits like any other.</summary>
    public async Task TryAsync(string number, string language, string words, CancellationToken cancellationToken)
    {
        messages.Write(new TextToWrite { To = number, Language = language, Text = words });
        audit.Record("messages.text-tried", "settings", TextSettings.Name);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static object ForTheTrail(TextSettings settings)
        => new { settings.Address, settings.Method, settings.ContentType, settings.HeaderName, HasKey = settings.SealedHeader is not null, settings.Body, settings.From, settings.CountryCode, settings.QuietFrom, settings.QuietUntil };
}
