using Portal.Messages.Services;
using Shouldly;
using Xunit;

namespace UnitTests.Messages;

public class MessageTemplateTests
{
    private static readonly MessageTemplate template = new("Hello {{name}}", "Hello **{{name}}**,\n\n[Open the page]({{link}})\n\n- one\n- [two]({{link}}) and more\n", "en");

    [Fact]
    public void Values_stand_where_the_template_names_them()
    {
        template.FillSubject(Values("Amina")).ShouldBe("Hello Amina");
        PlainText.Of(template.FillBody(Values("Amina"))).ShouldBe("""
            Hello Amina,

            Open the page:
            https://example.org/a?b=c&d=e

            - one
            - two <https://example.org/a?b=c&d=e> and more

            """.ReplaceLineEndings("\n"));
        MessageTemplate.ToHtml(template.FillBody(Values("Amina"))).ShouldContain("<a href=\"https://example.org/a?b=c&amp;d=e\" class=\"button\">Open the page</a>");
    }

    [Theory]
    [InlineData("[press here](https://evil.example.net)")]
    [InlineData("**bold** <script>alert(1)</script>")]
    [InlineData("https://evil.example.net")]
    [InlineData("# heading")]
    public void A_value_is_never_markup(string name)
    {
        var html = MessageTemplate.ToHtml(template.FillBody(Values(name)));

        html.ShouldContain(System.Net.WebUtility.HtmlEncode(name));
        html.ShouldNotContain("<script");
        html.ShouldNotContain("href=\"https://evil");
        html.ShouldNotContain("<h1");
    }

    [Fact]
    public void A_subject_is_one_line()
        => template.FillSubject(Values("Amina\r\nBcc: all@example.org")).ShouldBe("Hello Amina Bcc: all@example.org");

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    public void A_link_is_a_whole_address(string link)
        => Should.Throw<InvalidOperationException>(() => template.FillBody(new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Amina", ["link"] = link }));

    [Fact]
    public void A_value_that_was_forgotten_is_an_error()
        => Should.Throw<InvalidOperationException>(() => template.FillBody(new Dictionary<string, string>(StringComparer.Ordinal))).Message.ShouldContain("'name'");

    [Theory]
    [InlineData("ur", "ur")]
    [InlineData("pl", "pl")]
    [InlineData("bn", "en")]
    public void The_template_of_the_first_language_that_has_it_is_used(string asked, string found)
        => MessageTemplate.Find(typeof(Portal.Accounts.AccountsModule).Assembly, "sign-in", [asked, "en"]).Language.ShouldBe(found);

    [Fact]
    public void Every_template_of_every_module_is_there_in_all_three_languages_and_asks_for_the_same()
    {
        foreach (var assembly in Portal.PortalApplication.Modules.Assemblies)
        {
            var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Messages/", StringComparison.Ordinal)).ToList();
            foreach (var name in names.Select(name => name["Messages/".Length..^".en.md".Length]).Distinct(StringComparer.Ordinal))
            {
                var asks = new[] { "en", "ur", "pl" }.Select(language => Places(MessageTemplate.Find(assembly, name, [language]))).ToList();
                asks[1].ShouldBe(asks[0], name);
                asks[2].ShouldBe(asks[0], name);
            }
        }
    }

    private static List<string> Places(MessageTemplate template)
        => [.. System.Text.RegularExpressions.Regex.Matches(template.Subject + template.Body, @"\{\{\w+\}\}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Values(string name) => new(StringComparer.Ordinal) { ["name"] = name, ["link"] = "https://example.org/a?b=c&d=e" };
}
