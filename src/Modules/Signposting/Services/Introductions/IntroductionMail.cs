using System.Reflection;
using Portal.Accounts.Contracts;
using Portal.Directory.Contracts;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;

namespace Portal.Signposting.Services.Introductions;

/// <summary>Writes the e-mails about introductions. They carry nothing of the person, only a link. The caller saves.</summary>
internal sealed class IntroductionMail(PortalDbContext db, IUsers users, IMessageWriter messages, SiteAddresses addresses, TenantContext tenant, TimeProvider clock)
{
    private const int CodeLength = PlanShare.CodeLength;

    /// <summary>The language to write to a group in: that of whoever gets the mail, or the group's.</summary>
    public async Task<string> LanguageForAsync(GroupContact contact, CancellationToken cancellationToken)
    {
        var account = contact.Emails.Count == 0 ? null : (await users.FindByEmailsAsync([contact.Emails[0].ToLowerInvariant()], cancellationToken)).Values.FirstOrDefault();
        return new[] { account?.Language, contact.Language }.FirstOrDefault(language => language is not null && tenant.Settings.Languages.Contains(language, StringComparer.Ordinal)) ?? tenant.Settings.DefaultLanguage;
    }

    /// <summary>Asks the group, or asks it again; each address gets a link of its own.</summary>
    /// <param name="template"><c>introduction</c> or <c>introduction-again</c>.</param>
    public void Ask(string template, Introduction introduction, GroupContact contact, string? worker)
    {
        foreach (var email in contact.Emails)
        {
            var code = Ids.Secret(CodeLength);
            db.Add(new IntroductionLink { CodeHash = PlanShare.HashOf(code), IntroductionId = introduction.Id, ExpiresAt = clock.GetUtcNow().AddDays(Introduction.LinkDays) });
            messages.Write(new EmailToWrite
            {
                To = email,
                Language = introduction.Language,
                Template = template,
                From = Assembly.GetExecutingAssembly(),
                Values = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["group"] = contact.Title,
                    ["worker"] = worker ?? tenant.Settings.Name,
                    ["link"] = addresses.Absolute("/introductions/" + code, introduction.Language),
                },
            });
        }
    }

    /// <summary>Tells the worker that there is an answer; what it is stands behind the sign-in.</summary>
    public async Task TellWorkerAsync(string workerId, CancellationToken cancellationToken)
    {
        // The public causes this e-mail: a host that was forged would lead to somebody else's site.
        if (!addresses.IsHostCertain || !(await users.FindAsync([workerId], cancellationToken)).TryGetValue(workerId, out var worker)) return;
        messages.Write(new EmailToWrite
        {
            To = worker.Email,
            Language = worker.Language,
            Template = "introduction-answered",
            From = Assembly.GetExecutingAssembly(),
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = worker.Name, ["link"] = addresses.Absolute("/workspace/introductions", worker.Language) },
        });
    }
}
