using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Platform.Data;
using Portal.Platform.Messages;

namespace Portal.Messages.Services;

/// <summary>What is in a message.</summary>
internal sealed record OutboxContent(string To, string Subject, string Text, string Html);

/// <summary>Seals what goes to people who are helped as long as it lies in the outbox. A sealed message opens for its tenant and its row only.</summary>
internal sealed class OutboxSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Messages.Outbox");

    public string Seal(string id, OutboxContent content) => protector.CreateProtector(id).Protect(JsonSerializer.Serialize(content, PortalJson.Options));

    /// <summary>What is in a message, sealed or not.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was altered, or its key is gone.</exception>
    public OutboxContent Open(OutboxMessage message) => message.SealedContent is not { } content
        ? new OutboxContent(message.To, message.Subject, message.Text, message.Html)
        : JsonSerializer.Deserialize<OutboxContent>(protector.CreateProtector(message.Id).Unprotect(content), PortalJson.Options)!;

    /// <summary>Seals a key of the settings.</summary>
    public string SealKey(string value) => protector.CreateProtector(Domain.TextSettings.Name).Protect(value);

    /// <summary>Opens a key of the settings.</summary>
    public string OpenKey(string sealedValue) => protector.CreateProtector(Domain.TextSettings.Name).Unprotect(sealedValue);
}
