using Portal.Directory.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Directory;

public sealed class SnapshotUndoTests
{
    [Fact]
    public void Only_what_the_change_touched_goes_back()
        => SnapshotUndo.Take("""{"a":2,"b":{"c":5,"d":6}}""", """{"a":1,"b":{"c":3,"d":4}}""", """{"a":2,"b":{"c":3,"d":4}}""").ShouldBe("""{"a":1,"b":{"c":5,"d":6}}""");

    [Fact]
    public void What_was_added_goes_and_what_was_taken_out_comes_back()
        => SnapshotUndo.Take("""{"new":1}""", """{"old":1}""", """{"new":1}""").ShouldBe("""{"old":1}""");

    [Fact]
    public void Nothing_is_undone_where_it_was_changed_again()
        => SnapshotUndo.Take("""{"a":3}""", """{"a":1}""", """{"a":2}""").ShouldBeNull();
}
