using Portal.Directory.Contracts;
using Portal.Search.Contracts;

namespace Portal.Signposting.Domain.Matching;

/// <summary>The values of the index that a rule asks about, each with a bit of its own.</summary>
internal sealed class MatchQuestions
{
    private readonly List<Facet> asked = [];

    public MatchQuestions(Wishes wishes)
    {
        Needs = Ask(ListingFacets.Need, wishes.Needs) | Ask(ListingFacets.Category, wishes.Activities);
        var days = wishes.Days.Count > 0 ? wishes.Days : Wishes.WeekDays;
        var times = wishes.Times.Count > 0 ? wishes.Times : Wishes.PartsOfDay;
        Slots = wishes.Days.Count + wishes.Times.Count == 0 ? 0 : Ask(ListingFacets.Slot, days.SelectMany(day => times.Select(time => $"{day}-{time}")));
        AnySlot = AskAny(ListingFacets.Slot);
        Languages = Ask(ListingFacets.Language, wishes.Languages);
        AnyLanguage = AskAny(ListingFacets.Language);
        Access = Ask(ListingFacets.Access, wishes.Access);
        Audiences = Ask(ListingFacets.Audience, wishes.Audiences);
        AnyAudience = AskAny(ListingFacets.Audience);
        Everyone = Ask(ListingFacets.Audience, [EveryonePath]);
        Free = Ask(ListingFacets.Cost, ["free"]);
        Donation = Ask(ListingFacets.Cost, ["donation"]);
        SmallPrice = Ask(ListingFacets.Price, ["small"]);
        WaitingList = Ask(ListingFacets.Places, ["waiting-list"]);
        Full = Ask(ListingFacets.Places, ["full"]);
        NamedContact = Ask(ListingFacets.Contact, ["named"]);
        ByPhone = Ask(ListingFacets.How, ["phone"]);
    }

    /// <summary>Path of the audience that is no audience.</summary>
    public const string EveryonePath = "everyone";

    /// <summary>The values, in the order of their bits.</summary>
    public IReadOnlyList<Facet> Asked => asked;

    public UInt128 Needs { get; }

    public UInt128 Slots { get; }

    public UInt128 AnySlot { get; }

    public UInt128 Languages { get; }

    public UInt128 AnyLanguage { get; }

    public UInt128 Access { get; }

    public UInt128 Audiences { get; }

    public UInt128 AnyAudience { get; }

    public UInt128 Everyone { get; }

    public UInt128 Free { get; }

    public UInt128 Donation { get; }

    public UInt128 SmallPrice { get; }

    public UInt128 WaitingList { get; }

    public UInt128 Full { get; }

    public UInt128 NamedContact { get; }

    public UInt128 ByPhone { get; }

    /// <summary>The values behind some bits.</summary>
    public IEnumerable<Facet> ValuesOf(UInt128 bits) => asked.Where((_, place) => (bits & (UInt128.One << place)) != 0);

    private UInt128 Ask(string group, IEnumerable<string> values)
    {
        var bits = UInt128.Zero;
        foreach (var value in values)
        {
            var facet = new Facet(group, value);
            var place = asked.IndexOf(facet);
            if (place < 0)
            {
                place = asked.Count;
                asked.Add(facet);
            }

            bits |= UInt128.One << place;
        }

        return bits;
    }

    private UInt128 AskAny(string group) => Ask(group, [ScanQuery.AnyValue]);
}
