using Microsoft.Extensions.Hosting;
using Portal.Messages.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Messages.Services;

/// <summary>
/// Hands a text message to the gateway that the tenant named. In development without one, it is written as a file to
/// <c>texts/TENANT/</c> in the data folder.
/// </summary>
internal sealed class TextTransport(PortalDbContext db, OutboundHttp http, OutboxSeal seal, IHostEnvironment environment, TenantDatabases databases, TenantContext tenant)
{
    private const long MostBytes = 64 * 1024;

    public Task<TextSettings> SettingsAsync(CancellationToken cancellationToken) => Setting.ReadAsync(db, TextSettings.Name, new TextSettings(), cancellationToken);

    /// <summary>True when texts can be sent, or become files.</summary>
    public async Task<bool> IsOnAsync(CancellationToken cancellationToken) => environment.IsDevelopment() || (await SettingsAsync(cancellationToken)).Address is not null;

    /// <summary>Sends one text.</summary>
    /// <exception cref="InvalidOperationException">The gateway does not take it, or none is named.</exception>
    public async Task SendAsync(string id, OutboxContent content, CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(cancellationToken);
        if (settings.Address is not { } address)
        {
            if (!environment.IsDevelopment()) throw new InvalidOperationException("No text gateway is set up.");
            await WriteFileAsync(id, content, cancellationToken);
            return;
        }

        var answer = await http.SendAsync(
            new OutboundRequest { Address = new Uri(address), MostBytes = MostBytes },
            new OutboundContent
            {
                Method = settings.Method,
                Bytes = settings.Fill(content.To, content.Text),
                ContentType = settings.ContentType + "; charset=utf-8",
                Headers = HeadersOf(settings, id),
            },
            cancellationToken);
        // What the gateway wrote is not kept: it may repeat the number and the text.
        if (answer.Result is not (OutboundResult.Read or OutboundResult.TooLarge)) throw new InvalidOperationException(answer.Status is { } status ? $"The text gateway answered {status}." : $"The text gateway could not be asked: {answer.Result}.");
    }

    private Dictionary<string, string> HeadersOf(TextSettings settings, string id)
    {
        // By it a gateway knows a text that is handed over twice.
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Idempotency-Key"] = id };
        if (settings is { HeaderName: { } name, SealedHeader: { } value }) headers[name] = seal.OpenKey(value);
        return headers;
    }

    private async Task WriteFileAsync(string id, OutboxContent content, CancellationToken cancellationToken)
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(databases.DataFolder, "texts", tenant.Tenant.Name));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, id + ".txt"), $"To: {content.To}\n\n{content.Text}\n", cancellationToken);
    }
}
