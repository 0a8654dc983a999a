using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Portal.Platform.Security;

namespace Portal.Messages.Services;

/// <summary>What is in a message.</summary>
/// <param name="Heeded">What was heeded when it was written, for the check before it goes.</param>
internal sealed record OutboxContent(string To, string Subject, string Text, string Html, string? Heeded = null);

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

    /// <summary>What is sealed now begins with this; what begins otherwise was sealed with an older key.</summary>
    public string PresentKeyMark() => protector.PresentKeyMark();

    /// <summary>Seals what is sealed anew, with the newest key.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was altered, or its key is gone.</exception>
    public string Anew(string id, string content) => protector.CreateProtector(id).Protect(protector.CreateProtector(id).Unprotect(content));

    /// <summary>Seals a key of the settings.</summary>
    public string SealKey(string value) => protector.CreateProtector(Domain.TextSettings.Name).Protect(value);

    /// <summary>Opens a key of the settings.</summary>
    public string OpenKey(string sealedValue) => protector.CreateProtector(Domain.TextSettings.Name).Unprotect(sealedValue);
}
