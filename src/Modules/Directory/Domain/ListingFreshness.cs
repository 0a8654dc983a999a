using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>What was done about the silence of a group: when it was asked, and what is put off.</summary>
internal sealed class ListingFreshness : IBehindTheScenes
{
    public required string ListingId { get; init; }

    /// <summary>Day on which it was last asked whether its page is still right.</summary>
    public DateOnly? AskedOn { get; private set; }

    /// <summary>How often it was asked since it last said something.</summary>
    public int TimesAsked { get; private set; }

    /// <summary>Since when the search does not show it; null while it does.</summary>
    public DateOnly? HiddenOn { get; set; }

    /// <summary>Until this day moderators do not want to hear of it; null for no such day.</summary>
    public DateOnly? PutOffUntil { get; set; }

    /// <summary>Notes that it is asked today.</summary>
    /// <param name="assuredOn">When it last said that all is right.</param>
    public void Ask(DateOnly today, DateOnly? assuredOn)
    {
        TimesAsked = AskedOn is null || AskedOn < assuredOn ? 1 : TimesAsked + 1;
        AskedOn = today;
    }
}
