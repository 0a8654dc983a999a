using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Knows whose changes are public at once.</summary>
internal sealed class Trust(PortalDbContext db, GroupAccess access, AuditLog audit)
{
    public Task<ModerationSettings> SettingsAsync(CancellationToken cancellationToken)
        => Setting.ReadAsync(db, ModerationSettings.Name, new ModerationSettings(), cancellationToken);

    /// <summary>Sets the rule of the site.</summary>
    public async Task SetAsync(ModerationSettings settings, CancellationToken cancellationToken)
    {
        if (!audit.Record("moderation.rule", "settings", ModerationSettings.Name, await SettingsAsync(cancellationToken), settings)) return;
        await Setting.WriteAsync(db, ModerationSettings.Name, settings, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>True when the signed-in user may change pages without a moderator.</summary>
    public async Task<bool> MayPublishAsync(CancellationToken cancellationToken)
    {
        if (await access.ManagesAllAsync()) return true;
        return await access.EmailAsync(cancellationToken) is { } email && (await OfAsync([email], cancellationToken))[email].IsTrusted;
    }

    /// <summary>How each of some keepers of pages stands. Two queries.</summary>
    public async Task<IReadOnlyDictionary<string, KeeperStanding>> OfAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        var settings = await SettingsAsync(cancellationToken);
        var known = await db.Set<KeeperTrust>().AsNoTracking().Where(trust => emails.Contains(trust.Email)).ToDictionaryAsync(trust => trust.Email, StringComparer.Ordinal, cancellationToken);
        return emails.Distinct(StringComparer.Ordinal).ToDictionary(
            email => email,
            email => new KeeperStanding(KeeperTrust.IsGiven(settings, known.GetValueOrDefault(email)), known.GetValueOrDefault(email)?.Approved ?? 0, known.GetValueOrDefault(email)?.ByHand),
            StringComparer.Ordinal);
    }

    /// <summary>Says by hand whether somebody's changes are public at once; with null, the rule decides again.</summary>
    public async Task DecideAsync(string email, bool? isTrusted, CancellationToken cancellationToken)
    {
        var trust = await FindOrAddAsync(email, cancellationToken);
        if (!audit.Record("keeper.trusted", "keeper", Subject(email), new { trust.ByHand }, new { ByHand = isTrusted })) return;
        trust.ByHand = isTrusted;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Counts one more approved change of somebody; the caller saves.</summary>
    public async Task CountApprovalAsync(string email, CancellationToken cancellationToken) => (await FindOrAddAsync(email, cancellationToken)).Approved++;

    /// <summary>Somebody who is named by whoever sets the site up is trusted; what a person decided stays. The caller saves.</summary>
    public static async Task NameAsync(PortalDbContext db, IEnumerable<string> emails, CancellationToken cancellationToken)
    {
        foreach (var email in emails)
        {
            if (await db.Set<KeeperTrust>().FindAsync([email], cancellationToken) is null) db.Add(new KeeperTrust { Email = email, ByHand = true });
        }
    }

    private async Task<KeeperTrust> FindOrAddAsync(string email, CancellationToken cancellationToken)
    {
        if (await db.Set<KeeperTrust>().FindAsync([email], cancellationToken) is { } known) return known;
        var added = new KeeperTrust { Email = email };
        db.Add(added);
        return added;
    }

    /// <summary>An address as the audit trail names it: as much of it as fits.</summary>
    private static string Subject(string email) => email.Length > 80 ? email[..80] : email;
}

/// <summary>How somebody who keeps pages stands.</summary>
/// <param name="Approved">How many of their changes have been approved.</param>
/// <param name="ByHand">What a person decided; null where the rule decides.</param>
internal sealed record KeeperStanding(bool IsTrusted, int Approved, bool? ByHand);
