namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Makes a draft of a service of Open Referral, whichever version's names it uses.</summary>
internal static class OrukDraft
{
    /// <param name="place">The service at its location.</param>
    /// <param name="around">The object around the list of services; in a feed of organisations it is who runs them.</param>
    public static Draft Of(int number, FeedNode service, FeedNode place, FeedNode around)
    {
        var draft = new Draft
        {
            Line = number,
            Id = service.Text("id", "service_id", "identifier"),
            Name = service.Text("name", "title", "service_name"),
            Summary = service.Text("short_description", "summary"),
            Description = service.Text("description", "details"),
            Website = service.Text("url", "website", "web"),
            Email = service.Text("email"),
            Status = service.Text("status"),
            Assured = service.Text("assured_date", "assuredDate", "last_assured"),
            Cost = CostOf(service),
            Who = Who(service),
            MinimumAge = service.Text("minimum_age") ?? service.One("eligibilitys", "eligibilities", "eligibility").Text("minimum_age"),
            MaximumAge = service.Text("maximum_age") ?? service.One("eligibilitys", "eligibilities", "eligibility").Text("maximum_age"),
        };
        Organisation(draft, service, around);
        Contact(draft, service, place);
        Place(draft, place, service);
        foreach (var schedule in service.Items("schedules", "regular_schedules", "regular_schedule", "schedule").Concat(place.Items("schedules", "regular_schedules", "regular_schedule")))
            OrukSchedule.Put(schedule, draft);
        foreach (var language in service.Items("languages", "language")) AddText(draft.Languages, language.Self ?? language.Text("name", "language", "code"));
        foreach (var attribute in service.Items("attributes", "service_taxonomys", "service_taxonomies", "taxonomies", "categories", "taxonomy_terms"))
            AddText(draft.Terms, attribute.Self ?? attribute.One("taxonomy_term", "taxonomy", "term").Text("name", "term", "title") ?? attribute.Text("name", "label", "title"));
        AddText(draft.Attending, service.Text("attending_type", "attendingType", "deliverable_type", "attending_access"));
        return draft;
    }

    private static void Organisation(Draft draft, FeedNode service, FeedNode around)
    {
        var organisation = service.One("organization", "organisation", "provider", "organizations");
        if (!organisation.IsObject && around.Text("name") is not null) organisation = around;
        draft.OrganisationId = organisation.Text("id") ?? service.Text("organization_id", "organisation_id");
        draft.Organisation = organisation.Text("name", "title");
        draft.OrganisationText = organisation.Text("description");
        draft.OrganisationEmail = organisation.Text("email");
        draft.OrganisationWebsite = organisation.Text("website", "url");
        draft.OrganisationPhone = organisation.One("phones", "contacts").Text("number", "phone");
    }

    private static void Contact(Draft draft, FeedNode service, FeedNode place)
    {
        foreach (var contact in service.Items("contacts", "contact").Concat(place.Items("contacts", "contact")))
        {
            draft.ContactName ??= contact.Text("name");
            draft.ContactTitle ??= contact.Text("title");
            draft.Email ??= contact.Text("email");
            foreach (var phone in contact.Items("phones", "phone")) AddText(draft.Phones, phone.Self ?? phone.Text("number", "phone"));
        }

        foreach (var phone in service.Items("phones", "phone").Concat(place.Items("phones"))) AddText(draft.Phones, phone.Self ?? phone.Text("number", "phone"));
    }

    private static void Place(Draft draft, FeedNode place, FeedNode service)
    {
        var location = place.One("location", "locations");
        if (!location.IsObject) location = service.One("locations", "location");
        if (!location.IsObject) return;
        if (location.Text("location_type") is { } type && type.Contains("virtual", StringComparison.OrdinalIgnoreCase)) draft.Attending.Add("online");
        var address = location.One("addresses", "physical_addresses", "physical_address", "address", "postal_addresses");
        draft.VenueId = location.Text("id");
        draft.Address = Join(address.Text("address_1", "address", "street_address") ?? address.Self, address.Text("address_2"));
        draft.Town = address.Text("city", "town", "locality");
        draft.Postcode = address.Text("postal_code", "postcode", "post_code");
        draft.Venue = location.Text("name");
        draft.Latitude = location.Text("latitude", "lat");
        draft.Longitude = location.Text("longitude", "lng", "lon", "long");
        draft.Transport = location.Text("transportation");

        // A location without name or address says nothing.
        if (draft.Venue is null && draft.Address is null && draft.Postcode is null) draft.VenueId = null;
        foreach (var access in location.Items("accessibility", "accessibility_for_disabilities"))
        {
            if ((access.Self ?? access.Text("accessibility", "description")) is { Length: <= 60 } words) draft.Terms.Add(words);
        }
    }

    private static string? CostOf(FeedNode service)
    {
        if (service.Items("cost_options", "cost_option", "costOptions") is not { Count: > 0 } options) return service.Text("fees", "fee", "cost", "fees_description");
        var lines = options.Select(option => (Amount: Amount(option.Text("amount")), Words: Join(option.Text("option"), option.Text("amount_description", "cost_description"))))
            .Select(option => option.Amount is null ? option.Words : Join(option.Amount, option.Words))
            .Where(words => words is not null).ToList();
        return lines.Count == 0 ? service.Text("fees") : string.Join("; ", lines);
    }

    private static string? Amount(string? amount)
        => decimal.TryParse(amount, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var pounds) && pounds is >= 0 and < 1000
            ? pounds == 0 ? "Free" : "£" + pounds.ToString(pounds == decimal.Truncate(pounds) ? "0" : "0.00", System.Globalization.CultureInfo.InvariantCulture)
            : amount;

    private static string? Who(FeedNode service)
    {
        var words = service.Items("eligibilitys", "eligibilities", "eligibility").Select(one => one.Self ?? one.Text("eligibility", "eligibility_description", "description")).OfType<string>().ToList();
        return words.Count > 0 ? string.Join(", ", words.Distinct(StringComparer.Ordinal)) : service.Text("eligibility_description");
    }

    private static string? Join(string? first, string? second) => first is null || second is null ? first ?? second : $"{first}, {second}";

    private static void AddText(List<string> list, string? text)
    {
        if (text is not null) list.Add(text);
    }
}
