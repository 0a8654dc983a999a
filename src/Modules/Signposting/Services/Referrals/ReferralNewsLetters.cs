using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Platform.Web;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Referrals;

namespace Portal.Signposting.Services.Referrals;

/// <summary>
/// Tells those who decide that a referral has arrived, each as their team wishes. The letters lead to the referral and say nothing of the
/// person: mail is read by more people than the list is.
/// </summary>
internal sealed class ReferralNewsLetters(PortalDbContext db, IUsers users, IMessageWriter messages, SiteAddresses addresses, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Tells of a referral that was just sent; the caller saves.</summary>
    public async Task WriteAsync(Referral referral, CancellationToken cancellationToken)
    {
        // The form is open to the public: whoever sends it must not choose where the link leads.
        if (!addresses.IsHostCertain) return;
        var team = referral.LinkId is { } id ? await db.Set<ReferrerLink>().Where(link => link.Id == id).Select(link => link.TeamId).SingleOrDefaultAsync(cancellationToken) : null;
        foreach (var (reader, news) in (await ReadersAsync(cancellationToken)).Of(team))
        {
            // Who entered it knows of it.
            if (news == ReferralNews.AtOnce && reader.Id != actor.UserId) Write("referral-arrived", reader, $"/workspace/referrals/{referral.Id}", ("reference", referral.Reference));
        }
    }

    /// <summary>Tells those who read one letter a day of what has arrived since the last, and saves. Answers with how many referrals those were.</summary>
    public async Task<int> WriteOfTheDayAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await db.SaveAgainAsync<bool>(async () => (count = await WriteOfTheDayOnceAsync(cancellationToken)) == 0 ? false : null, saved: true, cancellationToken);
        return count;
    }

    private async Task<int> WriteOfTheDayOnceAsync(CancellationToken cancellationToken)
    {
        var arrived = await db.Set<Referral>().Where(referral => referral.Stage == ReferralStage.Waiting && referral.InNewsAt == null).ToListAsync(cancellationToken);
        if (arrived.Count == 0) return 0;
        var teams = await db.Set<ReferrerLink>().Where(link => link.TeamId != null).ToDictionaryAsync(link => link.Id, link => link.TeamId, StringComparer.Ordinal, cancellationToken);
        var (readers, counts) = (await ReadersAsync(cancellationToken), new Dictionary<UserSummary, int>());
        foreach (var referral in arrived)
        {
            referral.InNewsAt = clock.GetUtcNow();
            foreach (var (reader, news) in readers.Of(referral.LinkId is { } id ? teams.GetValueOrDefault(id) : null))
                if (news == ReferralNews.Daily) counts[reader] = counts.GetValueOrDefault(reader) + 1;
        }

        foreach (var (reader, count) in counts) Write("referrals-of-the-day", reader, "/workspace/referrals", ("count", count.ToString(CultureInfo.InvariantCulture)));
        return arrived.Count;
    }

    private void Write(string template, UserSummary reader, string path, (string Name, string Value) more)
        => messages.Write(new EmailToWrite
        {
            To = reader.Email,
            Language = reader.Language,
            Template = template,
            From = typeof(ReferralNewsLetters).Assembly,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = reader.Name, ["link"] = addresses.Absolute(path, reader.Language), [more.Name] = more.Value },
        });

    private async Task<Readers> ReadersAsync(CancellationToken cancellationToken) => new(
        await users.AllowedToAsync(SignpostingPermissions.TriageReferrals, cancellationToken),
        (await users.AllowedToAsync(SignpostingPermissions.SeeAllPeople, cancellationToken)).Select(user => user.Id).ToHashSet(StringComparer.Ordinal),
        await db.Set<Team>().AsNoTracking().Include(team => team.Members).ToListAsync(cancellationToken));

    /// <summary>Who decides on referrals, and their teams.</summary>
    /// <param name="leads">User ids of those who see the people of all teams.</param>
    private sealed class Readers(IReadOnlyList<UserSummary> deciders, HashSet<string> leads, IReadOnlyList<Team> teams)
    {
        /// <summary>Who hears of a referral, and how.</summary>
        /// <param name="teamId">Id of the team that decides on it; null for whoever decides.</param>
        public IEnumerable<(UserSummary Reader, ReferralNews News)> Of(string? teamId)
        {
            if (teamId is null) return deciders.Select(user => (user, NewsOf(user)));
            var team = teams.FirstOrDefault(team => team.Id == teamId);
            var members = deciders.Where(user => team?.Members.Exists(member => member.UserId == user.Id) == true).ToList();
            // Nobody of the team decides: those do who see what came for all teams, and none waits unseen.
            return members.Count > 0 ? members.Select(user => (user, team!.ReferralNews)) : deciders.Where(user => leads.Contains(user.Id)).Select(user => (user, NewsOf(user)));
        }

        /// <summary>As the most curious of their teams wishes; at once for who is in none.</summary>
        private ReferralNews NewsOf(UserSummary user)
            => teams.Where(team => team.Members.Exists(member => member.UserId == user.Id)).Select(team => team.ReferralNews).DefaultIfEmpty(ReferralNews.AtOnce).Min();
    }
}
