using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Whom to ask, and how to reach them.</summary>
internal sealed class EditContactModel(SectionTools tools, IStringLocalizer<PrivacyText> privacy) : SectionModel(tools)
{
    private const string Private = "private";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Website { get; set; }

    /// <summary>Holds <c>private</c> when the contact is for the team only.</summary>
    [BindProperty]
    public string[] Privacy { get; set; } = [];

    public IReadOnlyList<SelectListItem> PrivacyChoices => [new(privacy["Contact.Private"], Private)];

    public override string Heading => Texts["Contact.Heading"];

    protected override void Fill()
        => (Name, Role, Phone, Text, Email, Website, Privacy)
            = (Listing.ContactName, Listing.Source.ContactRole, Listing.ContactPhone, Listing.ContactText, Listing.ContactEmail, Listing.ContactWebsite, Listing.ContactPrivate ? [Private] : []);

    protected override Task<SectionChange?> ReadAsync(CancellationToken cancellationToken)
    {
        var phone = Read(nameof(Phone), Phone, Listing.ContactPhone, TypedPhone.Parse, "Contact.PhoneUnclear");
        var text = Read(nameof(Text), Text, Listing.ContactText, TypedPhone.Parse, "Contact.PhoneUnclear");
        var email = Read(nameof(Email), Email, Listing.ContactEmail, TypedContact.Email, "Contact.EmailUnclear");
        var website = Read(nameof(Website), Website, Listing.ContactWebsite, TypedContact.Website, "Contact.WebsiteUnclear");
        if (text is not null && text != Listing.ContactText && !TypedPhone.TakesTexts(text)) Error(nameof(Text), "Contact.TextNotMobile");
        if (ModelState.IsValid && phone is null && text is null && email is null) Error(nameof(Phone), "Contact.NoWay");

        var isPrivate = Privacy.Contains(Private, StringComparer.Ordinal);
        var (name, role) = (TypedText.Clean(Name), TypedText.Clean(Role));
        return Task.FromResult<SectionChange?>(new SectionChange
        {
            Facts = facts => facts with { ContactName = name, ContactPhone = phone, ContactText = text, ContactEmail = email, ContactWebsite = website, ContactPrivate = isPrivate },
            Words = words => words with { ContactRole = role },
        });
    }

    /// <summary>What was typed, written properly; what stands there already is left as it is.</summary>
    private string? Read(string field, string? typed, string? now, Func<string?, string?> parse, string error)
    {
        if (TypedText.Clean(typed) is not { } text) return null;
        if (text == now) return now;
        if (parse(text) is { } read) return read;
        Error(field, error);
        return null;
    }
}
