using Portal.Platform.Data;

namespace Portal.Signposting.Domain;

/// <summary>Workers who look after the same people. Who is in a team sees the records of its people.</summary>
internal sealed class Team : IBehindTheScenes
{
    public const int LongestName = 80;

    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>How those of its members who decide on referrals hear that one has arrived.</summary>
    public ReferralNews ReferralNews { get; set; }

    /// <summary>Counts the changes, so that two made at once do not overwrite each other.</summary>
    public int Revision { get; private set; }

    public List<TeamMember> Members { get; } = [];

    /// <summary>Makes exactly these users the members.</summary>
    public void SetMembers(IReadOnlyCollection<string> userIds)
    {
        Members.RemoveAll(member => !userIds.Contains(member.UserId));
        foreach (var id in userIds.Where(id => !Members.Exists(member => member.UserId == id)).ToList()) Members.Add(new TeamMember { TeamId = Id, UserId = id });
    }

    /// <summary>Marks the team as changed.</summary>
    public void Touch() => Revision++;
}

/// <summary>How somebody hears of referrals that arrive.</summary>
internal enum ReferralNews
{
    /// <summary>A letter for each, at once.</summary>
    AtOnce,

    /// <summary>One letter a day, when there are new ones.</summary>
    Daily,

    /// <summary>No letter; they are in the list.</summary>
    None,
}

/// <summary>A worker in a team.</summary>
internal sealed class TeamMember : IBehindTheScenes
{
    public required string TeamId { get; init; }

    public required string UserId { get; init; }
}
