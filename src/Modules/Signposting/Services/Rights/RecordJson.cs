using System.Text.Json.Nodes;
using Portal.Signposting.Domain.People;
using static Portal.Signposting.Services.Rights.FileJson;

namespace Portal.Signposting.Services.Rights;

/// <summary>
/// The sections of a record in the names of DAPB4066: lower case, words joined by underscores, apostrophes and other marks left out.
/// What is not held is left out; only the mandatory sections are always there, and say when nobody asked.
/// </summary>
internal static class RecordJson
{
    private const string NotTraced = "02"; // NHS data dictionary: number present but not traced

    /// <summary>What a mandatory section says when nobody asked.</summary>
    public static JsonObject NotAsked => new() { ["not_asked"] = true };

    public static JsonObject Demographics(Who who, HomeAddress? address, Reach? reach, Background? background, Particulars? more, Contacts? contacts) => Of(
        ("person_name", Of(
            ("person_first_name", Texts(who.FirstName)),
            ("person_family_name", Texts(who.FamilyName)),
            ("person_preferred_name", Text(who.PreferredName)),
            ("title", Text(who.Title)),
            ("person_name_suffix", Texts(more?.NameSuffix)),
            ("person_full_name", Text(who.FullName)))),
        ("date_of_birth", Date(who.Born)),
        ("pronoun", Text(background?.Pronoun)),
        ("gender", Text(background?.Gender)),
        ("person_alias", Text(who.OtherName)),
        ("ethnicity", Of(("coded_value", Text(background?.EthnicGroup)), ("free_text", Text(background?.Ethnicity)))),
        ("religion", Text(background?.Religion)),
        ("sex", Text(background?.Sex)),
        ("carer_status", Text(background?.Carer)),
        ("nhs_number", Text(who.Nhs?.Digits)),
        ("nhs_number_status_indicator", Text(who.Nhs is null ? null : NotTraced)),
        ("other_identifier", Texts(more?.OtherIdentifiers?.Split('\n') ?? [])),
        ("persons_address", address is null ? null : Address(address)),
        ("persons_contact_details", reach is null ? null : Contact(reach)),
        ("photograph", Text(more?.Photograph)),
        ("place_of_birth", Text(more?.PlaceOfBirth)),
        ("marital_status", Text(more?.MaritalStatus)),
        ("immigration_status", Of(
            ("immigration_status", Text(more?.Immigration)),
            ("start_date", more is null ? null : Date(more.ImmigrationFrom)),
            ("end_date", more is null ? null : Date(more.ImmigrationUntil)),
            ("comment", Text(more?.ImmigrationNote)))),
        ("sexual_orientation", Text(more?.SexualOrientation)),
        ("organ_and_tissue_donation", Text(more?.OrganDonation)),
        ("overseas_visitor_status", Text(more?.OverseasVisitor)),
        ("relevant_contacts", List((contacts?.Items ?? []).Select(Contact))),
        ("educational_establishment", Text(more?.School)))!;

    public static JsonObject Practice(GpPractice? practice) => practice is null ? NotAsked : Of(("gp_practice_record_entry", List(
    [
        Of(
            ("gp_name", Text(practice.GpName)),
            ("gp_practice_details", Text(string.Join('\n', new[] { practice.Name, practice.Details }.OfType<string>()))),
            ("gp_practice_identifier", JsonValue.Create(practice.Identifier ?? ""))),
    ])))!;

    public static JsonObject? About(AboutMe? about) => about is null ? null : Of(
        ("what_is_most_important_to_me", Text(about.Important)),
        ("people_who_are_important_to_me", Text(about.People)),
        ("how_i_communicate_and_how_to_communicate_with_me", Text(about.Communicate)),
        ("my_wellness", Text(about.Wellness)),
        ("please_do_and_please_dont", Text(about.DoAndDont)),
        ("how_and_when_to_support_me", Text(about.Support)),
        ("also_worth_knowing_about_me", Text(about.Also)),
        ("supported_to_write_this_by", Text(about.WrittenWith)),
        ("location_to_multimedia_file", Text(about.Media)));

    public static JsonObject? Needed(Requirements? needed) => needed is null ? null : Of(
        ("reasonable_adjustment", needed.Adjustments is null ? null : Of(("reasonable_adjustment_record_entry", List([Of(("reasonable_adjustment_flag", JsonValue.Create(true)), ("reasonable_adjustment", Words(needed.Adjustments)))])))),
        ("impairment", needed.Impairments is null ? null : Of(("impairment_record_entry", List([Of(("impairment_category", Words(needed.Impairments)))])))),
        ("mobility", List([Of(("mobility_needs", Words(needed.Mobility)))])),
        ("other_individual_requirements", List([Of(("other_individual_requirement", Text(needed.Other)))])));

    public static JsonObject? Safe(Safeguarding? safeguarding, DateOnly today) => safeguarding is null ? null : Of(
        ("safeguarding_concerns", List(safeguarding.Items.Select(concern => Of(
            ("safeguarding_indicator", JsonValue.Create(safeguarding.Present(today).Contains(concern))),
            ("safeguarding_concerns_date", Date(concern.On)),
            ("safeguarding_concerns_end_date", Date(concern.Until)),
            ("safeguarding_concerns", Words(concern.What)),
            ("comment", Text(concern.Comment)))))),
        ("looked_after_child", Of(
            ("looked_after_child_start_date", Date(safeguarding.LookedAfterFrom)),
            ("looked_after_child_end_date", Date(safeguarding.LookedAfterUntil)),
            ("local_authority", Words(safeguarding.LookedAfterBy)))),
        ("unborn_child_protection_plan", Of(
            ("unborn_child_protection_plan_start_date", Date(safeguarding.UnbornFrom)),
            ("unborn_child_protection_plan_end_date", Date(safeguarding.UnbornUntil)),
            ("local_authority", Words(safeguarding.UnbornBy)))));

    public static JsonObject? Agreed(Consents consents) => Of(("consent_for_information_sharing", List(consents.Items.Select(consent => Of(
        ("scope", Text(consent.Scope)),
        ("given_on", Date(consent.GivenOn)),
        ("how", Text(consent.How)),
        ("withdrawn_on", consent.WithdrawnOn is { } day ? Date(day) : null))))));

    public static JsonObject? Issues(Health? health) => health is null ? null : Of(
        ("presenting_complaint_or_issue", List([Words(health.Issues)])),
        ("person_reported_complaints_or_issues", Texts(health.InOwnWords)));

    public static JsonObject? Social(SocialContext? social) => social is null ? null : Of(
        Twice("household_composition", Words(social.Household)),
        Twice("occupational_history", Words(social.Occupation)),
        Twice("educational_history", Text(social.Education)),
        Twice("lifestyle_choices", Text(social.Lifestyle)),
        ("smoking_status", Of(
            ("smoking_status", Choice(social.Smoking)),
            ("smoking_status_details", Text(social.SmokingDetails)),
            ("date_stopped_smoking", Of(("date", Date(social.SmokingStopped)))))),
        Twice("alcohol_intake", Words(social.Alcohol)),
        Twice("drug_substance_use", Words(social.Drugs)),
        Twice("social_circumstances", Text(social.Circumstances)),
        Twice("access", Text(social.Access)),
        Twice("dependants", Text(social.Dependants)),
        Twice("accommodation_status", Words(social.Accommodation)),
        Twice("household_environment", Text(social.HomeEnvironment)));

    public static JsonObject? Services(CareServices? services) => services is null ? null : Of(("services_and_care_record_entry", List(services.Items.Select(service => Of(
        ("social_care_package_name", Text(service.Name)),
        ("social_care_package_type", Text(service.Kind)),
        ("service_start_date", Date(service.From)),
        ("service_end_date", Date(service.Until)),
        ("local_authority", Words(service.Authority)),
        ("care_funding_source", Text(service.Funding)))))));

    public static JsonObject? Pregnancy(Health? health) => health is null ? null : Of(("pregnancy_state", Text(health.Pregnancy)), ("expected_delivery_date", Date(health.DueOn)));

    public static JsonObject Risk(Risks? risks) => risks is null ? NotAsked : new JsonObject
    {
        ["risks_record_entry"] = risks.Items.Count == 0
            ? new JsonArray(Of(("risk", Of(("coded_value", Text("none-known")), ("free_text", Text("No known risks"))))))
            : List(risks.Items.Select(risk => Of(
                ("start_date_of_risk", Date(risk.Since)),
                ("end_date_of_risk", Date(risk.EndedOn)),
                ("risk", Words(risk.What)),
                ("comment", Text(risk.Comment))))),
    };

    private static JsonObject? Address(HomeAddress address) => Of(
        ("address_line_1", Text(address.Line1)),
        ("address_line_2", Text(address.Line2)),
        ("address_line_3", Text(address.Line3)),
        ("address_line_4", Text(address.Line4)),
        ("address_line_5", Text(address.Line5)),
        ("postcode", Text(address.Postcode)),
        ("address_type", Text(address.Kind)));

    private static JsonObject? Contact(Reach reach) => Of(
        ("preferred_contact_method", Text(reach.Best)),
        ("persons_telephone_number_details", List(new[] { reach.Phone, reach.OtherPhone }.Select((phone, place) => phone is null ? null : Of(
            ("persons_telephone_number", Text(phone)), ("preference_of_telephone_number", JsonValue.Create(place + 1)))))),
        ("persons_email_address_details", List([Of(("persons_email_address", Text(reach.Email)))])),
        ("other_contact_information", Text(string.Join('\n', new[] { reach.When, reach.SafetyNote, reach.Others }.OfType<string>()))));

    private static JsonObject? Contact(RelevantContact contact) => Of(
        ("name", Text(contact.Name)),
        ("relationship", Text(contact.Relation)),
        ("telephone_number", Text(contact.Phone)),
        ("email_address", Text(contact.Email)),
        ("roles", Texts(contact.Is)),
        ("may", Texts(contact.May)),
        ("comment", Text(contact.Note)));

    /// <summary>The standard has many sections with one element of the same name.</summary>
    private static (string Name, JsonNode? Value) Twice(string name, JsonNode? value) => (name, Of((name, value)));
}
