using Microsoft.AspNetCore.DataProtection;
using Portal.Signposting.Domain;
using Portal.Signposting.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Signposting;

public sealed class TypedTextsTests
{
    private readonly PrivateText texts = new(new EphemeralDataProtectionProvider());
    private readonly Plan plan = new() { Id = "plan", WorkerId = "worker", Language = "en", CreatedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero) };

    public TypedTextsTests()
    {
        plan.SetMatters(texts, "Sing again");
        plan.AddStep("step", StepKind.OwnWords, null);
    }

    [Fact]
    public void What_was_typed_is_written()
    {
        var (changed, meanwhile) = Write("Sing and walk\r\nagain", shown: "Sing again");

        changed.ShouldBeTrue();
        meanwhile.ShouldBeEmpty();
        plan.Matters(texts).ShouldBe("Sing and walk\nagain");
    }

    [Fact]
    public void A_page_left_open_does_not_put_back_what_it_showed()
    {
        plan.SetMatters(texts, "Changed elsewhere");

        Write("Sing again", shown: "Sing again").Changed.ShouldBeFalse();

        plan.Matters(texts).ShouldBe("Changed elsewhere");
    }

    [Fact]
    public void Two_people_typing_at_once_lose_nothing()
    {
        plan.SetMatters(texts, "Changed elsewhere");

        var (changed, meanwhile) = Write("Changed here", shown: "Sing again");

        changed.ShouldBeFalse();
        meanwhile[TypedTexts.Matters].ShouldBe("Changed elsewhere");
        plan.Matters(texts).ShouldBe("Changed elsewhere");
    }

    [Fact]
    public void The_same_words_sent_twice_are_no_conflict()
    {
        plan.SetMatters(texts, "Changed here");

        var (changed, meanwhile) = Write("Changed here", shown: "Sing again");

        changed.ShouldBeFalse();
        meanwhile.ShouldBeEmpty();
    }

    [Fact]
    public void A_note_can_be_emptied()
    {
        plan.Steps[0].SetNote(texts, "Ask for Nasreen");

        new TypedTexts(Named("step", null), Named("step", TypedTexts.Fingerprint("Ask for Nasreen"))).WriteTo(plan, texts).Changed.ShouldBeTrue();

        plan.Steps[0].Note(texts).ShouldBe("");
    }

    [Fact]
    public void Texts_that_were_not_sent_stay()
    {
        new TypedTexts(new Dictionary<string, string?>(), new Dictionary<string, string?>()).WriteTo(plan, texts).Changed.ShouldBeFalse();

        plan.Matters(texts).ShouldBe("Sing again");
    }

    private (bool Changed, IReadOnlyDictionary<string, string> ChangedMeanwhile) Write(string typed, string shown)
        => new TypedTexts(Named(TypedTexts.Matters, typed), Named(TypedTexts.Matters, TypedTexts.Fingerprint(shown))).WriteTo(plan, texts);

    private static Dictionary<string, string?> Named(string name, string? text) => new(StringComparer.Ordinal) { [name] = text };
}
