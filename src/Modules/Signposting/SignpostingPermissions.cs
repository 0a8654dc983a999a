namespace Portal.Signposting;

/// <summary>What roles can be allowed to do in this module.</summary>
internal static class SignpostingPermissions
{
    /// <summary>Make plans with people, and see one's own.</summary>
    public const string UseWorkspace = nameof(UseWorkspace);

    /// <summary>See and change the plans of all colleagues too, for who leads the team or stands in.</summary>
    public const string SeeAllPlans = nameof(SeeAllPlans);

    /// <summary>See and change the records of the people of all teams, and so all plans.</summary>
    public const string SeeAllPeople = nameof(SeeAllPeople);

    /// <summary>Read what there is on safeguarding in the records one may see, also of people somebody else looks after.</summary>
    public const string SeeSafeguarding = nameof(SeeSafeguarding);

    /// <summary>Erase records, and say for how long finished ones are kept.</summary>
    public const string EraseRecords = nameof(EraseRecords);

    /// <summary>Open the record of a person of another team for some hours, in an emergency and with a reason.</summary>
    public const string LookUrgently = nameof(LookUrgently);

    /// <summary>Say which teams there are and who is in them.</summary>
    public const string ManageTeams = nameof(ManageTeams);

    /// <summary>Read the reports of the service. They hold no person.</summary>
    public const string SeeReports = nameof(SeeReports);

    /// <summary>Send referrals while signed in, without a practice's link.</summary>
    public const string Refer = nameof(Refer);

    /// <summary>See the referrals that wait and decide what becomes of them.</summary>
    public const string TriageReferrals = nameof(TriageReferrals);

    /// <summary>Make and stop the links by which practices refer.</summary>
    public const string ManageReferrers = nameof(ManageReferrers);
}
