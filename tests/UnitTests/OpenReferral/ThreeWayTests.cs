using System.Text.Json.Nodes;
using Portal.OpenReferral.Imports.Services;
using Shouldly;
using Xunit;

namespace UnitTests.OpenReferral;

public sealed class ThreeWayTests
{
    [Theory]
    [InlineData("a", "a", "b", FieldState.Source, "b", "b")]
    [InlineData("a", "b", "a", FieldState.Here, "b", "b")]
    [InlineData("a", "b", "c", FieldState.Both, "b", "c")]
    [InlineData("a", "b", "b", FieldState.Same, "b", "b")]
    [InlineData(null, null, "b", FieldState.Source, "b", "b")]
    [InlineData("a", "a", null, FieldState.Source, null, null)]
    [InlineData(null, "b", null, FieldState.Here, "b", "b")]
    public void A_correction_made_here_is_never_overwritten_unasked(string? before, string? ours, string? theirs, object state, string? merged, string? all)
    {
        var differences = ThreeWay.Compare(With("Phone", before), With("Phone", ours), With("Phone", theirs));
        differences.ShouldHaveSingleItem().State.ShouldBe((FieldState)state);
        ThreeWay.Merge(With("Phone", ours), differences, takeAll: false)["Phone"]?.GetValue<string>().ShouldBe(merged);
        ThreeWay.Merge(With("Phone", ours), differences, takeAll: true)["Phone"]?.GetValue<string>().ShouldBe(all);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-06-01", "2026-03-01", "2026-06-01")]
    [InlineData("2026-01-01", "2026-02-01", "2026-03-01", "2026-03-01")]
    public void The_later_of_two_confirmations_holds(string before, string ours, string theirs, string kept)
        => ThreeWay.Merge(With("AssuredDate", ours), ThreeWay.Compare(With("AssuredDate", before), With("AssuredDate", ours), With("AssuredDate", theirs)), takeAll: false)["AssuredDate"]!.GetValue<string>().ShouldBe(kept);

    [Fact]
    public void A_point_that_the_directory_found_itself_is_no_correction()
        => ThreeWay.Compare([], With("Latitude", "53.8"), []).ShouldBeEmpty();

    private static JsonObject With(string field, string? value) => value is null ? [] : new JsonObject { [field] = value };
}
