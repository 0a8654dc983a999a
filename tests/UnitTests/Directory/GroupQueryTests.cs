using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Directory.Services;
using Portal.Search.Contracts;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class GroupQueryTests
{
    [Fact]
    public void An_address_is_read_and_written_the_same()
    {
        const string address = "?q=walking%20group&near=BD8%207HY&within=3&category=walking&day=TU&day=TH&cost=free&page=2";

        Read(address).Address().ShouldBe(address);
    }

    [Fact]
    public void Nothing_asked_for_has_no_query() => Read("?q=%20&page=1").Address().ShouldBe("");

    [Fact]
    public void What_cannot_be_understood_is_left_aside() => Read("?within=7&page=-3&colour=red&day=").Address().ShouldBe("");

    [Fact]
    public void Choosing_a_filter_twice_takes_it_away_and_goes_back_to_the_first_page()
    {
        var tuesday = new Facet("day", "TU");
        var chosen = Read("?page=3").Toggle(tuesday);

        chosen.Address().ShouldBe("?day=TU");
        chosen.Toggle(tuesday).Address().ShouldBe("");
    }

    [Fact]
    public void A_very_long_text_is_cut() => Read("?q=" + new string('a', 5000)).Words!.Length.ShouldBeLessThan(200);

    private static GroupQuery Read(string address) => GroupQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(address)));
}
