using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class PersonFileTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_page_to_print_holds_everything_in_the_language_chosen(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);

        var file = await site.FileAsync(site.People.North, json: false, "pl", safeguarding: true);

        file.Response.Content.Headers.ContentDisposition!.ToString().ShouldStartWith("attachment; filename=file-");
        file.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        foreach (var secret in WholePerson.Secrets) file.Body.ShouldContain(secret);
        file.Body.ShouldContain("<html lang=\"pl\" dir=\"ltr\">");
        file.Body.ShouldContain("Co Living Well o tobie przechowuje");
        file.Body.ShouldContain("Nadia Test: ");
        file.Body.ShouldNotContain("<script");
        (await site.FileAsync(site.People.North, json: false, "ur", safeguarding: true)).Body.ShouldContain("<html lang=\"ur\" dir=\"rtl\">");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_file_for_programs_is_valid_by_our_schema_and_holds_everything(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);

        var file = await site.FileAsync(site.People.North, json: true, "en", safeguarding: true);

        (await JsonSchema.OwnErrorsAsync("person-file.json", file.Body)).ShouldBeEmpty();
        var json = JsonNode.Parse(file.Body)!;
        var all = json.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var secret in WholePerson.Secrets.Where(secret => secret != PeopleSite.Nhs)) all.ShouldContain(secret);
        json["person_demographics"]!["nhs_number"]!.GetValue<string>().ShouldBe("9434765919");
        json["safeguarding"]!["safeguarding_concerns"]![0]!["safeguarding_indicator"]!.GetValue<bool>().ShouldBeTrue();
        json["referral_details"]!["referral_details_record_entry"]![0]!["coded_value"]!.GetValue<string>().ShouldBe("871731000000106");
        json["care_and_support_plan"]![0]!["portal"]!["opened_at"]!.AsArray().Count.ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_record_of_which_little_was_asked_says_so_and_is_valid(DatabaseKind kind)
    {
        var people = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await people.BeginAsync(people.North, nhs: null));

        var file = await people.North.SubmitAsync(await people.North.GetAsync($"/workspace/people/{id}/file"), "main form", [("Json", "true")]);

        (await JsonSchema.OwnErrorsAsync("person-file.json", file.Body)).ShouldBeEmpty();
        var json = JsonNode.Parse(file.Body)!;
        foreach (var mandatory in new[] { "gp_practice", "referral_details", "risks" }) json[mandatory]!["not_asked"]!.GetValue<bool>().ShouldBeTrue(mandatory);

        // The schema is not one that lets everything through.
        json["risks"] = new JsonObject { ["none"] = true };
        (await JsonSchema.OwnErrorsAsync("person-file.json", json.ToJsonString())).ShouldNotBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Safeguarding_is_in_it_only_when_it_is_asked_for(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);

        foreach (var json in new[] { false, true }) (await site.FileAsync(site.People.North, json, "en", safeguarding: false)).Body.ShouldNotContain("Wrothmere");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task It_is_had_by_the_persons_worker_and_by_leads_only_and_stands_in_the_trail(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var lead = await site.People.Site.SignInAsync("UseWorkspace", "SeeAllPeople");
        var form = await lead.GetAsync($"/workspace/people/{site.Id}/file");
        form.Text.ShouldContain("who looked at it and changed it, and when");
        (await lead.SubmitAsync(form, "main form", [("Json", "true")])).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var (who, visitor) in new Dictionary<string, Visitor>
        {
            ["colleague"] = site.People.NorthColleague,
            ["other team"] = site.People.South,
            ["moderator"] = await site.People.Site.SignInAsync("EditOwnListings", "ManageListings", "ModerateListings", "ViewAudit"),
            ["anonymous"] = site.People.Site.Visitor,
        })
        {
            (await visitor.GetAsync($"/workspace/people/{site.Id}/file", followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK, who);
        }

        // Nor by posting to it.
        var own = await site.People.NorthColleague.GetAsync($"/workspace/people/{site.Id}/who");
        own.Find("main form").SetAttribute("action", $"{site.People.Site.Tenant.PathPrefix}/workspace/people/{site.Id}/file");
        (await site.People.NorthColleague.SubmitAsync(own, "main form", [("Language", "en")])).Status.ShouldBe(HttpStatusCode.NotFound);

        var trail = await site.People.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.Action == "person.exported").ToListAsync());
        trail.ShouldHaveSingleItem().SubjectId.ShouldBe(site.Id);
        (await lead.GetAsync($"/workspace/people/{site.Id}/history")).Text.ShouldContain("made a file of it");
    }
}
