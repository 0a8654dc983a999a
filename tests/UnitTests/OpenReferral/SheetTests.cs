using System.Text;
using Portal.OpenReferral.Imports.Reading;
using Shouldly;
using Xunit;

namespace UnitTests.OpenReferral;

public sealed class SheetTests
{
    private const string Row = "Tea and chat,Mondays 10am-12,\"Shipley Library, Wellcroft, Shipley BD18 3QH\",01632 960123";

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Any_delimiter_is_found(string delimiter)
    {
        var item = (await Reading.SheetAsync($"Group name{delimiter}Day/Time{delimiter}Tel\nTea and chat{delimiter}Mondays 10am{delimiter}01632 960123\n")).ShouldHaveSingleItem();
        item.Service!.Facts.Name.ShouldBe("Tea and chat");
        item.Service.Facts.Phone.ShouldBe("01632 960123");
        item.Service.Facts.Schedules.ShouldHaveSingleItem().ByDay.ShouldBe(["MO"]);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task Any_encoding_with_a_mark_is_found(string name)
        => (await Reading.SheetAsync("Group name,Tel\nCafé für alle چائے,01632 960123\n", name == "utf-8" ? new UTF8Encoding(true) : Encoding.GetEncoding(name))).ShouldHaveSingleItem().Service!.Facts.Name.ShouldBe("Café für alle چائے");

    [Fact]
    public async Task Old_Windows_letters_are_found_without_a_mark()
        => (await Reading.SheetAsync([.. "Group name,Tel\nCaf"u8, 0xE9, .. " "u8, 0x96, .. " all,01632 960123\n"u8])).ShouldHaveSingleItem().Service!.Facts.Name.ShouldBe("Café – all");

    [Fact]
    public async Task A_place_in_one_cell_is_taken_apart()
    {
        var location = (await Reading.SheetAsync("Group name,Day/Time,Where,Tel\n" + Row)).ShouldHaveSingleItem().Location!.Facts;
        (location.Name, location.Address, location.City, location.PostalCode).ShouldBe(("Shipley Library", "Wellcroft", "Shipley", "BD18 3QH"));
    }

    [Fact]
    public async Task Titles_above_the_headings_blank_lines_and_line_breaks_in_cells_do_no_harm()
    {
        var items = await Reading.SheetAsync("Groups in Shipley\n\nGroup name,What happens,Day/Time,Tel\n,,,\n\"Tea\",\"First tea.\n\nThen chat.\",Mon 10am,01632 960123\n");
        items[0].Faults.ShouldHaveSingleItem().Reason.ShouldBe("AboveHeadings");
        var item = items[1];
        item.Line.ShouldBe(5);
        item.Service!.Facts.Description.ShouldBe("First tea.\n\nThen chat.");
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_costs_one_line()
    {
        var items = await Reading.SheetAsync($"Group name,Day/Time,Where,Tel\n\"Broken,Mon 10am,Hall,01632 960111\n{string.Concat(Enumerable.Range(1, 100).Select(i => $"Group {i},Mon 10am,Hall,01632 960111\n"))}");
        items[0].Faults.ShouldHaveSingleItem().Reason.ShouldBe("QuoteOpen");
        items.Count(item => item.Service is not null).ShouldBe(100);
    }

    [Theory]
    [InlineData(",Mondays 10am,Hall,01632 960123", "NameMissing")]
    [InlineData("Only a name,,,", "NothingElse")]
    public async Task A_line_that_says_too_little_is_refused_with_its_cells(string row, string reason)
    {
        var item = (await Reading.SheetAsync("Group name,Day/Time,Where,Tel\n" + row)).ShouldHaveSingleItem();
        item.Service.ShouldBeNull();
        item.Faults.ShouldContain(fault => fault.IsError && fault.Reason == reason);
        item.Cells!.Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_cannot_be_read_is_reported_and_the_rest_is_taken()
    {
        var item = (await Reading.SheetAsync("Group name,Day/Time,Postcode,Tel,E-mail,Cost,Languages,Category\nTea,when the moon is full,XX,12,nobody,a smile,Klingonish,Walks; Juggling\n")).ShouldHaveSingleItem();
        item.Service!.Facts.ScheduleNote.ShouldBe("when the moon is full");
        item.Service.Facts.CostNote.ShouldBe("a smile");
        item.Service.Facts.ActivityIds.ShouldBe(["act-walking"]);
        item.Faults.Select(fault => fault.Reason).ShouldBe(
            ["PostcodeUnclear", "EmailUnclear", "PhoneUnclear", "WhenUnclear", "CostUnclear", "ContactMissing", "TermUnknown", "LanguageUnknown"], ignoreOrder: true);
        item.Faults.ShouldAllBe(fault => !fault.IsError);
    }

    [Theory]
    [InlineData("£2.50", "paid", 250, null)]
    [InlineData("50p", "paid", 50, null)]
    [InlineData("Free", "free", null, null)]
    [InlineData("£3 (£2 concessions)", "paid", 300, "£3 (£2 concessions)")]
    [InlineData("Suggested donation £1", "donation", null, "Suggested donation £1")]
    [InlineData("", "free", null, Reading.AskCost)]
    public async Task A_price_is_read_as_people_write_it(string typed, string cost, int? pence, string? note)
    {
        var facts = (await Reading.SheetAsync($"Group name,Cost,Tel\nTea,{typed},01632 960123\n")).ShouldHaveSingleItem().Service!.Facts;
        (facts.Cost, facts.CostPence, facts.CostNote).ShouldBe((cost, pence, note));
    }

    [Fact]
    public async Task Name_phone_and_mail_in_one_cell_are_told_apart()
    {
        var facts = (await Reading.SheetAsync("Group name,Contact details\nTea,\"Amina - tel: 07700 900123, email amina@example.org\"\n")).ShouldHaveSingleItem().Service!.Facts;
        (facts.ContactName, facts.Phone, facts.Email).ShouldBe(("Amina", "07700 900123", "amina@example.org"));
    }

    [Theory]
    [InlineData("Group name", SheetFields.Name)]
    [InlineData("Day/Time", SheetFields.When)]
    [InlineData("Where", SheetFields.Where)]
    [InlineData("Tel", SheetFields.Phone)]
    [InlineData("Tel. (daytime)", SheetFields.Phone)]
    [InlineData("E-mail address", SheetFields.Email)]
    [InlineData("How much?", SheetFields.Cost)]
    [InlineData("Run by", SheetFields.Organisation)]
    [InlineData("xyzzy", null)]
    public void Headings_are_understood(string heading, string? field) => SheetFields.Guess(heading).ShouldBe(field);
}
