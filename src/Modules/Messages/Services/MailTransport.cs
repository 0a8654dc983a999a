using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Portal.Platform.Tenants;

namespace Portal.Messages.Services;

/// <summary>
/// Hands a message to the mail server named in the settings (<c>Smtp:Host</c>, <c>Port</c>, <c>User</c>, <c>Password</c>,
/// <c>StartTls</c>, <c>From</c>). In development without one, it is written as a file to <c>mail/TENANT/</c> in the data folder.
/// </summary>
internal sealed class MailTransport(IConfiguration configuration, IHostEnvironment environment, TenantDatabases databases, TenantContext tenant)
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);
    private readonly IConfigurationSection settings = configuration.GetSection("Smtp");

    /// <summary>True when messages become files.</summary>
    public bool ToFiles => environment.IsDevelopment() && string.IsNullOrEmpty(settings["Host"]);

    /// <summary>Sends one message.</summary>
    /// <exception cref="SmtpException">The server does not take it.</exception>
    /// <exception cref="InvalidOperationException">No server is named.</exception>
    /// <exception cref="TimeoutException">The server does not answer.</exception>
    public async Task SendAsync(OutboxMessage message, OutboxContent content, CancellationToken cancellationToken)
    {
        using var mail = Compose(message, content);
        if (ToFiles) await WriteFileAsync(mail, message.Id, cancellationToken);
        else await SendAsync(mail, cancellationToken);
    }

    private async Task SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        var host = settings["Host"] is { Length: > 0 } named ? named : throw new InvalidOperationException("No mail server is set up (Smtp:Host).");
        using var client = new SmtpClient(host, settings.GetValue("Port", 587)) { EnableSsl = settings.GetValue("StartTls", true) };
        if (settings["User"] is { Length: > 0 } user) client.Credentials = new NetworkCredential(user, settings["Password"]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            await client.SendMailAsync(mail, limit.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time.", error);
        }
    }

    private async Task WriteFileAsync(MailMessage mail, string id, CancellationToken cancellationToken)
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(databases.DataFolder, "mail", tenant.Tenant.Name));
        var drop = folder.CreateSubdirectory("." + id);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = drop.FullName };
        await client.SendMailAsync(mail, cancellationToken);
        foreach (var file in drop.EnumerateFiles("*.eml")) file.MoveTo(Path.Combine(folder.FullName, id + ".eml"), overwrite: true);
        drop.Delete(recursive: true);
    }

    private MailMessage Compose(OutboxMessage message, OutboxContent content)
    {
        var from = settings["From"] is { Length: > 0 } configured ? configured : "portal@localhost";
        var mail = new MailMessage
        {
            From = new MailAddress(from, tenant.Settings.Name, Encoding.UTF8),
            Subject = content.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        mail.To.Add(new MailAddress(content.To));
        if (tenant.Settings.ContactEmail is { Length: > 0 } contact) mail.ReplyToList.Add(new MailAddress(contact));
        mail.Headers["Message-ID"] = $"<{message.Id}@{mail.From.Host}>";
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.Headers["Content-Language"] = message.Language;
        mail.AlternateViews.Add(View(content.Text, MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(View(content.Html, MediaTypeNames.Text.Html));
        return mail;
    }

    private AlternateView View(string content, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        // Files are for people to read; servers want lines of bounded length.
        view.TransferEncoding = ToFiles ? TransferEncoding.EightBit : TransferEncoding.Base64;
        return view;
    }
}
