using System.Text;
using System.Text.Json;
using Portal.Messages.Domain;
using Shouldly;
using Xunit;

namespace UnitTests.Messages;

public sealed class TextSettingsTests
{
    [Theory]
    [InlineData("07700 900461", "+447700900461")]
    [InlineData("+44 7700 900461", "+447700900461")]
    [InlineData("0044 7700 900461", "+447700900461")]
    [InlineData("+48 22 555 01 02", "+48225550102")]
    [InlineData("(07700) 900-461", "+447700900461")]
    public void A_number_is_written_as_gateways_want_it(string typed, string expected) => new TextSettings().International(typed).ShouldBe(expected);

    [Fact]
    public void Nothing_in_a_text_breaks_out_of_its_place_in_json()
    {
        var filled = new TextSettings { From = "Centre" }.Fill("07700 900461", "He said \"yes\",\nو {{to}} \\");

        var read = JsonDocument.Parse(filled).RootElement;
        read.GetProperty("to").GetString().ShouldBe("+447700900461");
        read.GetProperty("from").GetString().ShouldBe("Centre");
        read.GetProperty("message").GetString().ShouldBe("He said \"yes\",\nو {{to}} \\");
    }

    [Fact]
    public void Form_fields_are_escaped()
    {
        var settings = new TextSettings { ContentType = TextSettings.Form, Body = "to={{to}}&text={{text}}&user=x" };

        Encoding.UTF8.GetString(settings.Fill("07700 900461", "a&b=ć")).ShouldBe("to=%2B447700900461&text=a%26b%3D%C4%87&user=x");
    }

    [Theory]
    [InlineData(TextSettings.Json, """{"to":"{{to}}","text":"{{text}}"}""", true)]
    [InlineData(TextSettings.Json, """{"to":"{{to}}","text":"{{text}}" """, false)]
    [InlineData(TextSettings.Json, """{"to":"{{to}}"}""", false)]
    [InlineData(TextSettings.Form, "to={{to}}&text={{text}}", true)]
    [InlineData(TextSettings.Form, "text={{text}}", false)]
    public void A_body_has_places_for_number_and_text_and_is_what_it_says(string type, string body, bool expected) => new TextSettings { ContentType = type, Body = body }.BodyIsRight().ShouldBe(expected);
}
