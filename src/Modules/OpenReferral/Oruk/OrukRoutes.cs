using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.OpenReferral.Csv;

namespace Portal.OpenReferral.Oruk;

/// <summary>Puts the API on its addresses: open to pages of all origins, without keys, with a limit.</summary>
internal static class OrukRoutes
{
    public const string Root = "/oruk/v3";

    /// <summary>Address of the whole directory as tables, behind <see cref="Root"/>.</summary>
    public const string CsvPath = "/hsds-csv.zip";
    private static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup(Root).RequireCors(OpenDataRules.Cors).RequireRateLimiting(OpenDataRules.Limit);
        foreach (var endpoint in OrukEndpoint.All) api.MapMethods(endpoint.Path, reading, http => AnswerAsync(http, endpoint));
        api.MapMethods("/openapi.json", reading, http => WithAnswersAsync(http, answers => answers.IsKnown()
            ? OrukAnswers.NotModified()
            : answers.Ok(http.RequestServices.GetRequiredService<OpenApiDocument>().Write())));
        api.MapMethods(CsvPath, reading, http => WithAnswersAsync(http, answers => answers.IsKnown()
            ? OrukAnswers.NotModified()
            : HttpMethods.IsHead(http.Request.Method) ? Results.Text("", "application/zip")
            : Results.Stream(body => WriteCsvAsync(http, body), "application/zip", "hsds-csv.zip")));
        api.MapMethods("/{**rest}", reading, http => WithAnswersAsync(http, _ => http.RequestServices.GetRequiredService<OrukApi>().Nothing()));
    }

    private static async Task AnswerAsync(HttpContext http, OrukEndpoint endpoint)
    {
        var answers = http.RequestServices.GetRequiredService<OrukAnswers>();
        answers.ChooseLanguage();
        var query = OrukQuery.Read(http.Request.Query, endpoint.Parameters);
        var id = http.Request.RouteValues.TryGetValue("id", out var value) ? (string)value! : "";
        var answer = query.Problems.Count > 0
            ? answers.Wrong(query.Problems)
            : await endpoint.Answer(http.RequestServices.GetRequiredService<OrukApi>(), id, query, http.RequestAborted);
        await answer.ExecuteAsync(http);
    }

    private static Task WriteCsvAsync(HttpContext http, Stream body)
    {
        // An entry of a zip file writes its last bytes when it is closed, and that the framework can do in one way only.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } control) control.AllowSynchronousIO = true;
        return http.RequestServices.GetRequiredService<CsvPackage>().WriteAsync(body, http.RequestAborted);
    }

    private static Task WithAnswersAsync(HttpContext http, Func<OrukAnswers, IResult> answer)
    {
        var answers = http.RequestServices.GetRequiredService<OrukAnswers>();
        answers.ChooseLanguage();
        return answer(answers).ExecuteAsync(http);
    }
}
