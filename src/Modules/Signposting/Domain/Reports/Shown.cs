using System.Globalization;

namespace Portal.Signposting.Domain.Reports;

/// <summary>
/// A figure as it may be shown. It is made by the rule alone: 0 is shown, 1 to 7 is a star, everything else is rounded to the nearest 5; shares are worked out
/// from the rounded figures; a median is told of 8 or more, a ninetieth percentile of 20 or more. So a page that holds these cannot print a count.
/// </summary>
internal readonly record struct Shown
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Fewest = 8;

    /// <summary>Counts are rounded to this.</summary>
    public const int Step = 5;

    /// <summary>Of fewer than so many, the ninetieth percentile would be one of the two longest waits.</summary>
    public const int FewestForLong = 20;

    /// <summary>Stands for a figure that is not shown.</summary>
    public const string Star = "*";

    private readonly Kind kind;
    private readonly decimal number;

    private Shown(Kind kind, decimal number = 0) => (this.kind, this.number) = (kind, number);

    private enum Kind
    {
        /// <summary>There is no such figure.</summary>
        None,
        Hidden,
        Count,
        Share,
        Days,
    }

    /// <summary>There is no such figure.</summary>
    public static Shown None => default;

    /// <summary>There is one, and it is not shown.</summary>
    public static Shown Hidden => new(Kind.Hidden);

    public bool IsNone => kind == Kind.None;

    public bool IsHidden => kind == Kind.Hidden;

    public bool IsZero => kind == Kind.Count && number == 0;

    /// <summary>To put figures in order by what is shown of them: stars are alike, above nothing and below what is shown.</summary>
    public decimal Rank => kind == Kind.Hidden ? 1 : number;

    /// <summary>A count of people or of things people did.</summary>
    public static Shown Count(int count) => count switch
    {
        0 => new(Kind.Count),
        < Fewest => Hidden,
        _ => new(Kind.Count, (count + 2) / Step * Step),
    };

    /// <summary>A share in percent, from the figures as they are shown.</summary>
    public static Shown Share(Shown part, Shown whole)
    {
        if (part.kind != Kind.Count || whole.kind != Kind.Count || whole.number == 0) return part.IsHidden || whole.IsHidden ? Hidden : None;
        return new(Kind.Share, Math.Min(100, Math.Round(part.number * 100 / whole.number)));
    }

    /// <summary>A share of the population, from figures that are published.</summary>
    public static Shown Published(int part, int whole) => whole == 0 ? None : new(Kind.Share, Math.Round(part * 100m / whole));

    /// <summary>The whole without a part, from the figures as they are shown; the whole where the part is not.</summary>
    public static Shown Without(Shown whole, Shown part) => whole.kind == Kind.Count && part.kind == Kind.Count ? new(Kind.Count, Math.Max(0, whole.number - part.number)) : whole;

    /// <summary>Days that so many in a hundred waited at most.</summary>
    /// <param name="days">How many waited how many days.</param>
    /// <param name="percent">50 for the median.</param>
    public static Shown DaysOf(IReadOnlyDictionary<int, int> days, int percent)
    {
        var all = days.Values.Sum();
        if (all == 0) return None;
        if (all < (percent == 50 ? Fewest : FewestForLong)) return Hidden;
        if (percent != 50) return new(Kind.Days, At(days, ((all * percent) + 99) / 100));
        return new(Kind.Days, (At(days, (all + 1) / 2) + At(days, (all / 2) + 1)) / 2m);
    }

    /// <summary>As it is written in a language. Nothing for no figure.</summary>
    public string Text(CultureInfo culture) => kind switch
    {
        Kind.Hidden => Star,
        Kind.Count => number.ToString("N0", culture),
        Kind.Share => (number / 100).ToString("P0", culture),
        Kind.Days => number.ToString("0.#", culture),
        _ => "",
    };

    /// <summary>How large it is drawn, from 0 to 3: by what is shown.</summary>
    public int Size => Rank switch { < Fewest => 0, < 50 => 1, < 200 => 2, _ => 3 };

    /// <summary>As programs read it: digits alone, a star, or nothing.</summary>
    public string Plain => kind switch { Kind.None => "", Kind.Hidden => Star, _ => number.ToString("0.#", CultureInfo.InvariantCulture) };

    /// <summary>The counts it may stand for, as the one who reads it knows.</summary>
    internal (int Low, int High) Possible => kind == Kind.Hidden ? (1, Fewest - 1) : number == 0 ? (0, 0) : (Math.Max(Fewest, (int)number - 2), (int)number + 2);

    /// <summary>The wait of the one who is at a place in the row of those who waited, the shortest first.</summary>
    private static int At(IReadOnlyDictionary<int, int> days, int place)
    {
        foreach (var (wait, count) in days.OrderBy(day => day.Key))
        {
            place -= count;
            if (place <= 0) return wait;
        }

        return 0;
    }
}
