namespace Portal.OpenReferral.Imports.Reading;

/// <summary>What the columns of a spreadsheet can mean, and the headings people give them in English.</summary>
internal static class SheetFields
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Summary = "summary";
    public const string Description = "description";
    public const string Who = "who";
    public const string When = "when";
    public const string Day = "day";
    public const string Time = "time";
    public const string Ends = "ends";
    public const string Starts = "starts";
    public const string Where = "where";
    public const string Venue = "venue";
    public const string Address = "address";
    public const string Town = "town";
    public const string Postcode = "postcode";
    public const string Cost = "cost";
    public const string Organisation = "organisation";
    public const string Contact = "contact";
    public const string ContactName = "contactname";
    public const string Phone = "phone";
    public const string TextPhone = "text";
    public const string Email = "email";
    public const string Website = "website";
    public const string Category = "category";
    public const string Languages = "languages";
    public const string Access = "access";
    public const string Status = "status";
    public const string Assured = "assured";

    private static readonly (string Field, string[] Headings)[] known =
    [
        (Name, ["name", "group", "groupname", "nameofgroup", "activity", "activityname", "nameofactivity", "service", "servicename", "class", "title", "club", "session", "event", "whatson", "what", "project"]),
        (Summary, ["summary", "inoneline", "shortdescription", "tagline"]),
        (Description, ["description", "details", "about", "information", "info", "whathappens", "notes", "comments", "further information", "otherinformation", "moreinformation", "additionalinformation", "furtherinformation"]),
        (Who, ["who", "whofor", "whoisitfor", "eligibility", "audience", "agegroup", "age", "ages", "opento", "targetgroup"]),
        (When, ["when", "daytime", "dayandtime", "dayanddtime", "daystimes", "daysandtimes", "timesanddays", "schedule", "sessions", "meets", "opening", "openinghours", "openingtimes", "hours", "times/days", "dateandtime", "datetime"]),
        (Day, ["day", "days", "dayofweek", "weekday", "dayoftheweek"]),
        (Time, ["time", "times", "starttime", "start", "begins", "from", "timestart"]),
        (Ends, ["end", "endtime", "finish", "finishtime", "ends", "to", "until"]),
        (Starts, ["startdate", "firstdate", "firstsession", "datestart", "startson"]),
        (Where, ["where", "location", "place", "venueaddress", "whereisit", "wherewemeet", "meetingplace", "venueandaddress"]),
        (Venue, ["venue", "venuename", "building", "hall", "locationname"]),
        (Address, ["address", "addressline1", "address1", "street", "streetaddress"]),
        (Town, ["town", "city", "area", "district", "locality", "village", "ward", "neighbourhood"]),
        (Postcode, ["postcode", "postalcode", "pcode", "pc", "zip", "postcodes"]),
        (Cost, ["cost", "costs", "price", "fee", "fees", "charge", "charges", "howmuch", "entry"]),
        (Organisation, ["organisation", "organization", "org", "provider", "runby", "organiser", "charity", "host", "leadorganisation", "organisationname", "deliveredby"]),
        (Contact, ["contact", "contactdetails", "contactinfo", "contacts", "howtojoin", "booking", "howtobook"]),
        (ContactName, ["contactname", "contactperson", "leader", "groupleader", "namedcontact", "coordinator", "keycontact", "askfor"]),
        (Phone, ["phone", "tel", "telephone", "telno", "phonenumber", "telephonenumber", "phoneno", "telephoneno", "contactnumber", "contactno", "number", "landline"]),
        (TextPhone, ["mobile", "text", "mobilenumber", "mobileno", "textnumber", "mob", "whatsapp"]),
        (Email, ["email", "emailaddress", "mail", "contactemail", "emails"]),
        (Website, ["website", "web", "webaddress", "url", "link", "webpage", "facebook", "site", "websiteaddress", "weblink"]),
        (Category, ["category", "categories", "type", "kind", "typeofactivity", "activitytype", "theme", "tags", "keywords", "subject"]),
        (Languages, ["language", "languages", "languagesspoken", "spoken"]),
        (Access, ["access", "accessibility", "disabledaccess", "wheelchairaccess", "wheelchair", "facilities"]),
        (Id, ["id", "ref", "reference", "code", "refno", "number#", "identifier", "recordid", "uniqueid", "serviceid"]),
        (Status, ["status", "active", "running", "stillrunning", "state"]),
        (Assured, ["updated", "lastupdated", "checked", "lastchecked", "datechecked", "dateupdated", "lastconfirmed", "verified", "reviewed", "assureddate", "lastreviewed"]),
    ];

    private static readonly Dictionary<string, string> byHeading = known.SelectMany(field => field.Headings.Select(heading => (Prose.Key(heading), field.Field)))
        .DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Field, StringComparer.Ordinal);

    /// <summary>All fields in the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [.. known.Select(field => field.Field)];

    /// <summary>The field that a heading seems to mean, or null.</summary>
    public static string? Guess(string heading)
    {
        var key = Prose.Key(heading);
        if (byHeading.TryGetValue(key, out var field)) return field;

        // "Tel. (daytime)", "E-mail of leader": the words one by one, the first that is known.
        return heading.Split([' ', '/', '(', ')', '-', ':', '.', ',', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Prose.Key).Where(word => word.Length > 2).Select(word => byHeading.GetValueOrDefault(word)).FirstOrDefault(found => found is not null);
    }
}
