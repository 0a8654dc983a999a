using System.Text.Json.Nodes;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.OpenReferral.Oruk;

/// <summary>
/// Describes the API in the words of OpenAPI 3.0, as the profile describes itself. What is answered is named by the address of the
/// profile's schema: the profile says what a service is, not we.
/// </summary>
internal sealed class OpenApiDocument(OpenDataSettings settings, SiteAddresses addresses, TenantContext tenant)
{
    private const string Schemas = "https://raw.githubusercontent.com/openreferral/uk-profile/main/schema/";

    public JsonObject Write()
    {
        var document = Whole();
        if (tenant.Settings.ContactEmail is { } email) document["info"]!["contact"] = new JsonObject { ["email"] = email };
        return document;
    }

    private JsonObject Whole() => new()
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject
        {
            ["title"] = $"{tenant.Settings.Name}: Open Referral UK",
            ["version"] = "3.0",
            ["description"] = "The public facts of this directory. Open to all, without keys. Times are those of the clock in " + tenant.Settings.TimeZone + ".",
            ["license"] = new JsonObject { ["name"] = settings.Licence, ["url"] = settings.LicenceUrl },
        },
        ["externalDocs"] = new JsonObject { ["url"] = addresses.Absolute("/open-data") },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = addresses.Absolute(OrukRoutes.Root) }),
        ["paths"] = Paths(),
        ["components"] = new JsonObject
        {
            ["parameters"] = new JsonObject(Named().Select(parameter => KeyValuePair.Create<string, JsonNode?>(parameter.Name, Parameter(parameter)))),
            ["schemas"] = new JsonObject { ["Page"] = Page(), ["Problem"] = Problem() },
            ["responses"] = new JsonObject
            {
                ["Wrong"] = Answer("Something in the address was not understood; which, and what it can be.", Reference("schemas/Problem")),
                ["Missing"] = Answer("There is none of this id, or it has been withdrawn.", Reference("schemas/Problem")),
                ["TooMany"] = Answer("More than may be asked in a minute; Retry-After says how many seconds to wait.", Reference("schemas/Problem")),
            },
        },
    };

    private static JsonObject Paths()
    {
        var paths = new JsonObject();
        foreach (var endpoint in OrukEndpoint.All) paths[endpoint.Path] = new JsonObject { ["get"] = Operation(endpoint) };
        paths["/hsds-csv.zip"] = new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["summary"] = "The whole directory as tables, in one file.",
                ["operationId"] = "get_hsds_csv_zip",
                ["responses"] = new JsonObject
                {
                    ["200"] = new JsonObject { ["description"] = "A package of CSV files.", ["content"] = new JsonObject { ["application/zip"] = new JsonObject() } },
                    ["429"] = Reference("responses/TooMany"),
                },
            },
        };
        return paths;
    }

    private static JsonObject Operation(OrukEndpoint endpoint)
    {
        var parameters = endpoint.Parameters.Select(parameter => Reference("parameters/" + parameter.Name)).ToList();
        var takesId = endpoint.Path.Contains("{id}", StringComparison.Ordinal);
        if (takesId) parameters.Insert(0, new JsonObject { ["name"] = "id", ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" } });
        var responses = new JsonObject
        {
            ["200"] = Answer(endpoint.Summary, SchemaOf(endpoint)),
            ["304"] = new JsonObject { ["description"] = "Nothing has changed since the answer of this ETag, or since this time." },
            ["400"] = Reference("responses/Wrong"),
        };
        if (takesId) responses["404"] = Reference("responses/Missing");
        responses["429"] = Reference("responses/TooMany");
        return new JsonObject
        {
            ["summary"] = endpoint.Summary,
            ["operationId"] = "get" + string.Concat(endpoint.Path.Select(letter => char.IsAsciiLetter(letter) ? letter : '_')).TrimEnd('_'),
            ["parameters"] = new JsonArray([.. parameters]),
            ["responses"] = responses,
        };
    }

    private static JsonObject SchemaOf(OrukEndpoint endpoint)
    {
        if (endpoint.Schema is not { } name) return new JsonObject { ["type"] = "object" };
        var schema = new JsonObject { ["$ref"] = Schemas + name };
        return !endpoint.IsList ? schema : new JsonObject
        {
            ["allOf"] = new JsonArray(
                Reference("schemas/Page"),
                new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["contents"] = new JsonObject { ["type"] = "array", ["items"] = schema } } }),
        };
    }

    private static IEnumerable<OrukParameter> Named() => OrukEndpoint.All.SelectMany(endpoint => endpoint.Parameters).Distinct();

    private static JsonObject Parameter(OrukParameter parameter)
    {
        var schema = new JsonObject { ["type"] = parameter.Type };
        if (parameter.Format is { } format) schema["format"] = format;
        return new JsonObject { ["name"] = parameter.Name, ["in"] = "query", ["description"] = parameter.Description, ["schema"] = schema };
    }

    private static JsonObject Page() => Object(
        ("total_items", "integer"), ("total_pages", "integer"), ("page_number", "integer"), ("size", "integer"), ("first_page", "boolean"), ("last_page", "boolean"), ("empty", "boolean"));

    private static JsonObject Problem()
    {
        var problem = Object(("status", "integer"), ("message", "string"));
        problem["properties"]!["errors"] = new JsonObject { ["type"] = "array", ["items"] = Object(("parameter", "string"), ("message", "string")) };
        return problem;
    }

    private static JsonObject Object(params (string Name, string Type)[] fields) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, new JsonObject { ["type"] = field.Type }))),
    };

    private static JsonObject Answer(string description, JsonObject schema) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } },
    };

    private static JsonObject Reference(string to) => new() { ["$ref"] = "#/components/" + to };
}
