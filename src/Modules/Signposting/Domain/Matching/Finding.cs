using System.Runtime.InteropServices;

namespace Portal.Signposting.Domain.Matching;

/// <summary>What a group is looked at for. The order is that of the reasons on the page.</summary>
internal enum Criterion
{
    /// <summary>Does it answer a need, or is it what the person would like to do?</summary>
    Need,

    /// <summary>Does it meet when the person can come?</summary>
    When,

    /// <summary>Can they get there?</summary>
    Reach,

    /// <summary>Is their language spoken?</summary>
    Language,

    /// <summary>Is it accessible to them?</summary>
    Access,

    /// <summary>Can they pay it?</summary>
    Cost,

    /// <summary>Is it for them?</summary>
    Audience,

    /// <summary>Is it the kind of company they are ready for?</summary>
    Readiness,

    /// <summary>Is there room?</summary>
    Room,

    /// <summary>How surely is the page still right?</summary>
    Freshness,
}

/// <summary>What was found for one criterion. Each name is also part of the key of its words: <c>Why.Need.Fits</c>.</summary>
internal enum Verdict
{
    /// <summary>It was not asked, and nothing is to be said.</summary>
    Silent,

    Fits,

    /// <summary>In part, or less well.</summary>
    Partly,

    /// <summary>It does not say so.</summary>
    Unknown,

    /// <summary>It speaks against the group.</summary>
    Against,

    /// <summary>The group is left out.</summary>
    Excludes,
}

/// <summary>What was found for one criterion, and what it counts.</summary>
/// <param name="Points">What it adds to the sum by which groups stand in order; negative where it speaks against one.</param>
/// <param name="Values">The values asked about that were found, or are missing, as bits; see <see cref="MatchQuestions"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Finding(Criterion Criterion, Verdict Verdict, int Points, UInt128 Values = default)
{
    /// <summary>True for what speaks against a group.</summary>
    public bool IsAgainst => Verdict is Verdict.Unknown or Verdict.Against;
}
