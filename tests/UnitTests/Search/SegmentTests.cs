using System.Text;
using Portal.Search.Contracts;
using Portal.Search.Segments;
using Shouldly;
using Xunit;

namespace UnitTests.Search;

public sealed class SegmentTests
{
    [Fact]
    public void A_segment_reads_back_as_it_was_written()
    {
        var made = Segment((10, Item("walk", "Walking group")), (12, Item("choir", "Choir") with { Place = new Point(53.8, -1.7), Facets = [new Facet("day", "TU")] }));

        var read = SegmentFile.Read(SegmentFile.Write(made));

        SegmentFile.Write(read).ShouldBe(SegmentFile.Write(made));
        Places(read, "t:en:choir").ShouldBe([1]);
        read.Facets[read.FacetsOf(1)[0]].ShouldBe(new Facet("day", "TU"));
        (read.Numbers[1], read.Latitude[1], double.IsNaN(read.Latitude[0])).ShouldBe((12, 53.8, true));
    }

    [Fact]
    public void Bytes_that_are_cut_short_are_refused()
        => Should.Throw<InvalidDataException>(() => SegmentFile.Read(SegmentFile.Write(Segment((1, Item("walk", "Walking group"))))[..^3]));

    [Fact]
    public void Put_together_segments_find_what_their_parts_found_without_what_is_gone()
    {
        var first = Segment((1, Item("one", "Walking group")), (2, Item("two", "Walking choir")), (3, Item("three", "Choir")));
        var second = Segment((5, Item("four", "Choir tea")), (6, Item("five", "Walking tea")));

        var merged = SegmentMerger.Merge([(first, new HashSet<long> { 1, 3 }), (second, new HashSet<long>())]);

        merged.Numbers.ShouldBe([2, 5, 6]);
        Places(merged, "t:en:walk").ShouldBe([0, 2]);
        Places(merged, "t:en:choir").ShouldBe([0, 1]);
        Places(merged, "t:en:tea").ShouldBe([1, 2]);
        Places(merged, "t:en:group").ShouldBeEmpty();
        merged.Terms.Count.ShouldBe(3);
        SegmentFile.Write(merged).ShouldBe(SegmentFile.Write(Segment((2, Item("two", "Walking choir")), (5, Item("four", "Choir tea")), (6, Item("five", "Walking tea")))));
    }

    [Fact]
    public void A_beginning_finds_all_words_that_go_on_from_it()
    {
        var segment = Segment((1, Item("one", "Gardening")), (2, Item("two", "Gardens")), (3, Item("three", "Gate")));

        var (from, to) = segment.TermsOf("t:en:gard"u8, isPrefix: true);

        Enumerable.Range(from, to - from).SelectMany(term => Read(segment.Postings[term])).Order().ShouldBe([0, 1]);
    }

    /// <summary>However a hundred thousand entries come, they are few segments, none of them too large, and each entry is written a few times only.</summary>
    [Theory]
    [InlineData(1, 20_000, 40, 7)]
    [InlineData(30, 100_000, 40, 5)]
    [InlineData(500, 100_000, 40, 4)]
    [InlineData(8192, 100_000, 13, 1)]
    public void Segments_stay_few_and_are_seldom_written_anew(int atOnce, int entries, int most, int writes)
    {
        var segments = new List<Size>();
        var written = 0L;
        for (var count = 0; count < entries; count += atOnce)
        {
            segments.Add(new Size(atOnce, atOnce));
            var ranges = SegmentPlan.Ranges(segments);
            written += ranges is [.., var (_, last)] && last == segments.Count ? 0 : atOnce;
            foreach (var (from, to) in ranges.Reverse())
            {
                var live = segments[from..to].Sum(segment => segment.Live);
                written += live;
                segments.RemoveRange(from, to - from);
                segments.Insert(from, new Size(live, live));
            }
        }

        segments.Count.ShouldBeLessThanOrEqualTo(most);
        segments.ShouldAllBe(segment => segment.Entries <= SegmentPlan.Largest);
        (written / (double)segments.Sum(segment => segment.Entries)).ShouldBeLessThanOrEqualTo(writes);
    }

    [Fact]
    public void A_segment_of_which_most_is_gone_is_made_anew()
        => SegmentPlan.Ranges<Size>([new(8000, 8000), new(8000, 3000), new(4000, 4000), new(10, 0)]).ShouldBe([(1, 2), (3, 4)]);

    private sealed record Size(int Entries, int Live) : IPlanned;

    private static SearchItem Item(string id, string title) => new() { Kind = "listing", ItemId = id, Slug = id, Texts = [new SearchText("en", title, "", "")] };

    private static Segment Segment(params (long Number, SearchItem Item)[] items)
    {
        var (builder, terms) = (new SegmentBuilder(), new TermCollector());
        foreach (var (number, item) in items)
        {
            terms.Add(builder.Count, item);
            builder.Add(number, item);
        }

        var (packed, postings) = terms.Build();
        return builder.Build(packed, postings);
    }

    private static List<int> Places(Segment segment, string lexeme)
    {
        var (from, to) = segment.TermsOf(Encoding.UTF8.GetBytes(lexeme), isPrefix: false);
        return from == to ? [] : Read(segment.Postings[from]);
    }

    private static List<int> Read(ReadOnlySpan<byte> posting)
    {
        var reader = new PostingReader(posting);
        var places = new List<int>();
        while (reader.Next(out var place)) places.Add(place);
        return places;
    }
}
