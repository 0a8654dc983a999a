using Portal.Directory.Contracts;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class PublicIdsTests
{
    [Fact]
    public void An_id_is_made_as_the_standard_shows()
        // RFC 9562, appendix A.4: the name www.example.com in the namespace of domain names.
        => PublicIds.Part(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com").ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

    [Fact]
    public void The_same_thing_has_the_same_id_and_no_other_has_it()
    {
        PublicIds.Of("bradford", "Listing", "a").ShouldBe(PublicIds.Of("bradford", "Listing", "a"));
        new[] { PublicIds.Of("bradford", "Listing", "a"), PublicIds.Of("somerset", "Listing", "a"), PublicIds.Of("bradford", "Venue", "a"), PublicIds.Of("bradford", "Listing", "b") }.ShouldBeUnique();
    }
}
