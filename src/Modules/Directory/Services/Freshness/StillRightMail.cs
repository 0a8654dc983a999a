using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Writes the letters that ask whether pages are still right, one to each address, each in its reader's language. The caller saves.</summary>
internal sealed class StillRightMail(
    PortalDbContext db, IUsers users, IMessageWriter messages, StillRightLinks links, GroupNotices notices, DateWords dates, TenantContext tenant, IStringLocalizer<FreshnessText> texts)
{
    public async Task WriteAsync(Freshness rule, IReadOnlyList<SilentGroup> groups, string? words, CancellationToken cancellationToken)
    {
        var ids = groups.Select(group => group.Id).ToList();
        var titles = (await db.Set<ListingText>().AsNoTracking().Where(text => ids.Contains(text.ListingId)).Select(text => new { text.ListingId, text.Culture, text.Title }).ToListAsync(cancellationToken))
            .ToLookup(text => text.ListingId, text => (text.Culture, text.Title), StringComparer.Ordinal);
        var accounts = await users.FindByEmailsAsync([.. groups.SelectMany(group => group.Addresses).Distinct(StringComparer.Ordinal)], cancellationToken);
        foreach (var letter in groups.SelectMany(group => group.Addresses.Select(address => (Address: address, Group: group))).GroupBy(pair => (pair.Address, pair.Group.HasKeepers), pair => pair.Group))
        {
            var (address, toKeeper) = letter.Key;
            var account = toKeeper ? accounts.GetValueOrDefault(address) : null;
            var language = notices.LanguageFor(account?.Language ?? letter.First().Culture);
            var name = account?.Name ?? (toKeeper ? address[..address.IndexOf('@', StringComparison.Ordinal)] : address);
            var chain = tenant.Settings.FallbackChain(language);
            var asked = letter.Select(group => (Group: group, Title: TitleIn(chain, group, titles[group.Id]))).OrderBy(one => one.Title, StringComparer.Ordinal).ToList();
            messages.Write(new EmailToWrite
            {
                To = address,
                Language = language,
                Template = toKeeper ? "still-right" : "still-right-published",
                From = Assembly.GetExecutingAssembly(),
                Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["words"] = words ?? LanguageInfo.Of(language).Say(() => texts["Mail.Minute"].Value), ["group"] = asked[0].Title },
                Lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
                {
                    ["groups"] = LanguageInfo.Of(language).Say(() => asked.ConvertAll(one => texts["Mail." + rule.StateOf(one.Group.Facts), one.Title, Ago(one.Group)].Value)),
                    ["links"] = asked.ConvertAll(one => links.Create(one.Group, address, name, language)),
                },
            });
        }
    }

    private string Ago(SilentGroup group) => group.Facts.AssuredOn is { } date ? dates.Ago(date) : texts["Mail.Never"];

    private static string TitleIn(IReadOnlyList<string> chain, SilentGroup group, IEnumerable<(string Culture, string Title)> titles)
        => chain.Append(group.Culture).Select(language => titles.FirstOrDefault(text => text.Culture == language).Title).OfType<string>().First();
}
