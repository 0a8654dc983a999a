using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>When what the keeper of a page changes is public at once.</summary>
internal enum KeeperRule
{
    /// <summary>Always.</summary>
    Everybody,

    /// <summary>Once moderators have approved as many of their changes as the site asks for.</summary>
    AfterApprovals,

    /// <summary>Only for those whom somebody has said so of.</summary>
    ByHand,
}

/// <summary>What a site decides about moderation. Kept as one JSON row of its settings.</summary>
internal sealed record ModerationSettings
{
    /// <summary>Name of the row.</summary>
    public const string Name = "directory.moderation";

    public KeeperRule Rule { get; init; } = KeeperRule.AfterApprovals;

    /// <summary>Changes that must have been approved, at least 1; counts where <see cref="Rule"/> is <see cref="KeeperRule.AfterApprovals"/>.</summary>
    public int Approvals { get; init; } = 1;
}

/// <summary>How well the moderators know somebody who keeps pages.</summary>
internal sealed class KeeperTrust : IBehindTheScenes
{
    /// <summary>E-mail address in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>How many of their changes have been approved.</summary>
    public int Approved { get; set; }

    /// <summary>What a person decided, whatever the rule says; null where the rule decides.</summary>
    public bool? ByHand { get; set; }

    /// <summary>True when changes are public at once under the rule of the site.</summary>
    public static bool IsGiven(ModerationSettings settings, KeeperTrust? known) => known?.ByHand ?? settings.Rule switch
    {
        KeeperRule.Everybody => true,
        KeeperRule.AfterApprovals => known is not null && known.Approved >= Math.Max(1, settings.Approvals),
        _ => false,
    };
}
