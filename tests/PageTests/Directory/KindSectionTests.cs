using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>What kind of group it is and what it helps with.</summary>
public sealed class KindSectionTests
{
    private const string Group = "/my-groups/manningham-walkers/edit/kind";

    [DatabaseTheory, EveryDatabase]
    public async Task Kinds_and_needs_are_chosen_in_the_readers_language_and_found_at_once(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var amina = await site.SignInByLinkAsync("amina@example.org", "EditOwnListings");

        var form = await amina.GetAsync("/ur" + Group);
        form.Find("[name=Kinds]").ParentElement!.TextContent.ShouldContain(await NameOfFirstAsync(site, "ur"));
        var gardening = form.Find("[name=Kinds]:not([checked])").GetAttribute("value");
        var need = form.Find("[name=Needs]:not([checked])").GetAttribute("value");
        var saved = await amina.SubmitAsync(form, "main form", [("Kinds", gardening), ("Needs", need)]);

        saved.Find(".portal-notice--good").ShouldNotBeNull();
        var group = await site.RunAsync(async services => (await services.GetRequiredService<ListingEditor>().FindAsync("manningham-walkers", default))!);
        group.ActivityIds.ShouldBe([gardening!]);
        group.NeedIds.ShouldBe([need!]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_of_no_kind_cannot_be_saved(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var amina = await site.SignInByLinkAsync("amina@example.org", "EditOwnListings");

        var refused = await amina.SubmitAsync(await amina.GetAsync(Group), "main form", [("Kinds", null)]);

        refused.Find("#Kinds-error").TextContent.ShouldContain("Tick at least one");
        (await amina.SubmitAsync(await amina.GetAsync(Group), "main form")).Text.ShouldContain("nothing was changed");
    }

    private static Task<string> NameOfFirstAsync(TestSite site, string language) => site.RunAsync(async services =>
    {
        var terms = await services.GetRequiredService<Portal.Directory.Contracts.ITaxonomies>().ReadAsync(default);
        return terms.Of(Portal.Directory.Contracts.TaxonomyIds.Activity).First().NameIn([language]).Name;
    });
}
