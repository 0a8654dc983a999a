namespace Portal.Signposting.Domain.People;

/// <summary>The parts of a person's record, after the headings of DAPB4066. Each is sealed as a whole.</summary>
internal enum PersonSection
{
    /// <summary>Names, date of birth, NHS number (person demographics).</summary>
    Who,

    /// <summary>How to reach the person safely (contact details, with what must not happen).</summary>
    Reach,

    /// <summary>Languages, interpreter, communication needs (Accessible Information Standard).</summary>
    Communication,

    /// <summary>Risks, or that none are known.</summary>
    Risks,

    /// <summary>Where the person lives.</summary>
    Address,

    /// <summary>The GP practice.</summary>
    Practice,

    /// <summary>What the person wants people to know of them.</summary>
    AboutMe,

    /// <summary>Adjustments, impairments, mobility (individual requirements).</summary>
    Requirements,

    /// <summary>Sex, gender, ethnicity, religion, carer status (the rest of demographics).</summary>
    Background,

    /// <summary>Family, friends and carers, with what each may know (relevant contacts).</summary>
    Contacts,

    /// <summary>Concerns for the person's safety. Few may read it.</summary>
    Safeguarding,

    /// <summary>What the person comes with, a clinical summary, pregnancy.</summary>
    Health,

    /// <summary>How the person lives (social context).</summary>
    Social,

    /// <summary>Help from social care and others (services and care).</summary>
    Services,

    /// <summary>The rest of demographics.</summary>
    Particulars,
}

/// <summary>A part of a record that knows what is wrong with it.</summary>
internal interface IPersonSection
{
    /// <summary>What is wrong, by field; the texts are those of the people's pages.</summary>
    /// <param name="today">Today in the tenant's time zone.</param>
    IEnumerable<SectionProblem> Problems(DateOnly today);
}

/// <summary>A part of a record of a known kind.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
internal interface IPersonSection<TSelf> : IPersonSection
    where TSelf : class, IPersonSection<TSelf>, new()
{
    /// <summary>Which part it is.</summary>
    static abstract PersonSection Section { get; }
}

/// <summary>Something wrong with one field.</summary>
/// <param name="Field">Name of the field inside the section; empty for the section as a whole.</param>
/// <param name="TextKey">Key of the words that say what to do.</param>
/// <param name="Value">A value for those words, if they have a place for one.</param>
internal sealed record SectionProblem(string Field, string TextKey, object? Value = null);
