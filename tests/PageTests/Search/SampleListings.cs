using Portal.Search.Contracts;

namespace PageTests.Search;

/// <summary>A few groups in and around Bradford, as the directory would put them in the index.</summary>
internal static class SampleListings
{
    /// <summary>Bradford, City Park.</summary>
    public static readonly Point Bradford = new(53.7926, -1.7549);

    /// <summary>About nine miles east of Bradford.</summary>
    public static readonly Point Leeds = new(53.7974, -1.5438);

    private static readonly string[] walking = ["Walking", "walks", "ramble", "stroll", "چہل قدمی", "سیر", "Spacery", "spacer"];
    private static readonly string[] singing = ["Singing and music", "choir", "quire", "گانا اور موسیقی", "Śpiew i muzyka", "chór"];
    private static readonly string[] yoga = ["Yoga, tai chi, stretching", "یوگا", "Joga"];

    public static DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);

    public static IReadOnlyList<SearchItem> All { get; } =
    [
        Listing("lister-park-walk", "Lister Park slow walk", "An easy walk round the lake with tea after.", "We go at the pace of the slowest.", walking, ["category=walking", "day=TU", "cost=free"], Bradford),
        Listing("canal-stroll", "Canal company", "We walk an easy mile by the canal and talk.", "Benches all along.", walking, ["category=walking", "day=TH", "cost=free"], Leeds, daysAgo: 200),
        Listing("womens-walk", "Women's walking group", "Walk with other women.", "Sisters, mothers, friends.", walking, ["category=walking", "day=TU", "cost=paid"], new Point(53.81, -1.76), daysAgo: 10),
        Listing("shipley-singers", "Shipley Singers", "A friendly choir for everyone.", "No tests, no sheet music.", singing, ["category=singing", "day=MO", "cost=donation"], new Point(53.8337, -1.7770)),
        Listing("online-yoga", "Yoga from your chair", "Gentle yoga on your screen.", "Join from home by a link.", yoga, ["category=yoga", "day=TU", "cost=free", "how=online"], place: null, anywhere: true),
        Listing("phone-friends", "Phone friends", "Somebody to talk to each week.", "We call you.", ["Meeting people", "ملاقات"], ["category=social", "cost=free", "how=phone"], place: null, anywhere: true),
        Listing("old-walk", "Heaton wood walk", "A walk in the wood.", "Meet at the gate.", walking, ["category=walking", "day=WE", "cost=free"], Bradford, daysAgo: 500),
        Listing("knit", "Knit and natter", "Wool and tea.", "Someone always walks you to the bus.", ["Arts and crafts", "دستکاری"], ["category=arts", "day=FR", "cost=free"], Bradford)
            with
            {
                Texts =
                [
                    new SearchText("en", "Knit and natter", "Wool and tea.", "Someone always walks you to the bus."),
                    new SearchText("ur", "بُنائی اور باتیں", "اون اور چائے۔", "سب کا استقبال ہے۔"),
                ],
            },
        new SearchItem
        {
            Kind = "article", ItemId = "pacing", Slug = "pacing",
            Texts = [new SearchText("en", "Pacing: a little, often", "How to do a little, often.", "A short walk counts. Rest before you must.")],
            Facets = [new Facet("need", "pain")],
        },
    ];

    private static SearchItem Listing(
        string id, string title, string summary, string body, string[] terms, string[] facets, Point? place, bool anywhere = false, int daysAgo = 5) => new()
        {
            Kind = "listing",
            ItemId = id,
            Slug = id,
            Texts = [new SearchText("en", title, summary, body)],
            TermWords = terms,
            Facets = [.. facets.Select(facet => new Facet(facet.Split('=')[0], facet.Split('=')[1]))],
            Place = place,
            Anywhere = anywhere,
            AssuredOn = Today.AddDays(-daysAgo),
        };
}
