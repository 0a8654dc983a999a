using System.Text.Encodings.Web;
using Portal.Messages.Contracts;
using Portal.Messages.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Platform.Tenants;

namespace Portal.Messages.Services;

/// <summary>Makes e-mails from templates, letters and text messages, and puts them in the outbox.</summary>
internal sealed class MessageWriter(PortalDbContext db, TenantContext tenant, DeliveryNudge nudge, OutboxSeal seal, TextTransport texts, TimeProvider clock) : IMessageWriter
{
    // No tables and no pictures: it reads well in any mail program and with pictures off.
    private const string Style =
        "body{margin:0;padding:24px;background:#fff;color:#212b32;font:18px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}"
        + "main,footer{max-width:36em;margin:0 auto}a{color:#005a9c}footer{margin-top:32px;border-top:1px solid #aeb7bd;font-size:16px;color:#4c6272}"
        + "a.button{display:inline-block;padding:12px 24px;border-radius:6px;background:#212b32;color:#fff;font-weight:bold;text-decoration:none}"
        + ":lang(ur){font-size:22px;line-height:2}";

    private const string LargeStyle = "body{font-size:28px}:lang(ur){font-size:32px}footer{font-size:24px}";

    private bool told;

    public void Write(EmailToWrite email)
    {
        var values = new Dictionary<string, string>(email.Values, StringComparer.Ordinal) { ["site"] = tenant.Settings.Name };
        var template = MessageTemplate.Find(email.From, email.Template, tenant.Settings.FallbackChain(email.Language).Append("en")).WithLists(email.Lists, values);
        var subject = template.FillSubject(values);
        var body = template.FillBody(values);
        var now = clock.GetUtcNow();
        db.Add(new OutboxMessage
        {
            Id = Ids.New(clock),
            To = email.To,
            Language = template.Language,
            Subject = subject,
            Text = PlainText.Of(body),
            Html = Page(LanguageInfo.Of(template.Language), subject, MessageTemplate.ToHtml(body)),
            CreatedAt = now,
            NextAttemptAt = now,
            ForgetWhenSent = email.ForgetWhenSent,
        });
        TellWhenSaved();
    }

    public void Write(LetterToWrite letter)
    {
        var html = string.Concat(letter.Lines.Select(line => line.Kind switch
        {
            LetterLineKind.Heading => $"<h2>{Lines(line.Text)}</h2>\n",
            LetterLineKind.Item => $"<ul><li>{Lines(line.Text)}</li></ul>\n",
            _ => $"<p>{Lines(line.Text)}</p>\n",
        }));
        var text = string.Concat(letter.Lines.Select(line => line.Kind == LetterLineKind.Item ? $"- {line.Text}\n\n" : $"{line.Text}\n\n")).TrimEnd() + "\n";
        AddSealed(OutboxChannel.Email, letter.Language, letter.IsQuiet, letter.About, new OutboxContent(letter.To, letter.Subject, text, Page(LanguageInfo.Of(letter.Language), letter.Subject, html, letter.IsLarge), letter.Heeded));

        static string Lines(string words) => HtmlEncoder.Default.Encode(words).Replace("&#xA;", "<br>", StringComparison.Ordinal);
    }

    public void Write(TextToWrite text)
    {
        if (text.Text.Length > TextSettings.LongestText) throw new ArgumentException($"A text message has at most {TextSettings.LongestText} characters.", nameof(text));
        AddSealed(OutboxChannel.Text, text.Language, isQuiet: true, text.About, new OutboxContent(text.To, "", text.Text, "", text.Heeded));
    }

    public Task<bool> CanTextAsync(CancellationToken cancellationToken) => texts.IsOnAsync(cancellationToken);

    /// <summary>What stands between the frame of a whole message.</summary>
    public static string BodyOf(string html)
    {
        var (start, end) = (html.IndexOf("<main>", StringComparison.Ordinal), html.LastIndexOf("</main>", StringComparison.Ordinal));
        return start < 0 || end < start ? "" : html[(start + "<main>".Length)..end];
    }

    private void AddSealed(OutboxChannel channel, string language, bool isQuiet, string? about, OutboxContent content)
    {
        var (id, now) = (Ids.New(clock), clock.GetUtcNow());
        db.Add(new OutboxMessage
        {
            Id = id,
            Channel = channel,
            IsQuiet = isQuiet,
            SealedContent = seal.Seal(id, content),
            About = about,
            To = "",
            Language = language,
            Subject = "",
            Text = "",
            Html = "",
            CreatedAt = now,
            NextAttemptAt = now,
        });
        TellWhenSaved();
    }

    private string Page(LanguageInfo language, string subject, string body, bool isLarge = false)
    {
        var encoder = HtmlEncoder.Default;
        return $"""
            <!DOCTYPE html>
            <html lang="{language.Code}" dir="{language.Direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{encoder.Encode(subject)}</title><style>{Style}{(isLarge ? LargeStyle : "")}</style></head>
            <body lang="{language.Code}" dir="{language.Direction}">
            <main>
            {body}</main>
            <footer><p>{encoder.Encode(tenant.Settings.Name)}</p></footer>
            </body>
            </html>
            """;
    }

    private void TellWhenSaved()
    {
        if (told) return;
        told = true;
        var running = tenant.Tenant;
        db.SavedChanges += (_, _) => nudge.Tell(running);
    }
}
