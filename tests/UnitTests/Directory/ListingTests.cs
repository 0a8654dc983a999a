using Portal.Directory.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class ListingTests
{
    private readonly Listing listing = new() { Id = "l1", Slug = "singers", Culture = "en" };

    public ListingTests()
    {
        listing.Put(new ListingFacts { Cost = Cost.Free, Maintainers = ["amina@example.org"] });
        listing.Texts.Add(new ListingText { Id = "l1", ListingId = "l1", Culture = "en", Title = "Singers", VersionId = "v1" });
        listing.Texts.Add(new ListingText { Id = "l1-ur", ListingId = "l1", Culture = "ur", Title = "گلوکار", VersionId = "u1", SourceVersion = "v1", Review = ContentTexts.Machine });
    }

    [Fact]
    public void A_change_of_the_source_leaves_its_translations_out_of_date()
    {
        listing.Write("en", listing.Source.Words with { Title = "Shipley Singers" }, "v2", isRight: false);

        listing.Texts.In("ur")!.SourceVersion.ShouldNotBe(listing.Source.VersionId);
    }

    [Fact]
    public void A_change_of_facts_leaves_translations_as_true_as_they_were()
    {
        listing.Change(listing.Facts with { Cost = Cost.Donation }, "v2");

        listing.Source.VersionId.ShouldBe("v2");
        listing.Texts.In("ur")!.SourceVersion.ShouldBe("v2");
        listing.Texts.In("ur")!.Review.ShouldBe(ContentTexts.Machine);
    }

    [Fact]
    public void A_translation_is_reviewed_and_up_to_date_when_somebody_who_knows_the_language_says_so()
    {
        listing.Write("en", listing.Source.Words with { Title = "Shipley Singers" }, "v2", isRight: false);
        var words = listing.Texts.In("ur")!.Words with { Summary = "سب کے لیے" };

        listing.Write("ur", words, "u2", isRight: false);
        listing.Texts.In("ur")!.Review.ShouldBe(ContentTexts.Machine);
        listing.Texts.In("ur")!.SourceVersion.ShouldBe("v1");

        listing.Write("ur", words, "u3", isRight: true);
        listing.Texts.In("ur")!.Review.ShouldBe(ContentTexts.Reviewed);
        listing.Texts.In("ur")!.SourceVersion.ShouldBe("v2");
    }

    [Fact]
    public void Taking_a_change_of_the_source_back_leaves_its_translations_as_true_as_they_were()
    {
        var before = listing.Snapshot();
        listing.Write("en", listing.Source.Words with { Title = "Shipley Singers" }, "v2", isRight: false);

        foreach (var culture in new[] { "en", "ur" }) listing.Restore(culture, before.Texts[culture], before.StateOf(culture), "v3");

        listing.Texts.In("ur")!.SourceVersion.ShouldBe(listing.Source.VersionId);
        listing.Texts.In("ur")!.Review.ShouldBe(ContentTexts.Machine);
    }

    [Fact]
    public void A_price_is_kept_only_where_there_is_one_to_pay()
    {
        listing.Change(listing.Facts with { Cost = Cost.Paid, CostPence = 250 }, "v2");
        listing.CostPence.ShouldBe(250);

        listing.Change(listing.Facts with { Cost = Cost.Free }, "v3");
        listing.CostPence.ShouldBeNull();
    }

    [Fact]
    public void Maintainers_come_and_go()
    {
        listing.Change(listing.Facts with { Maintainers = ["tom@example.org"] }, "v2");

        listing.Facts.Maintainers.ShouldBe(["tom@example.org"]);
    }
}
