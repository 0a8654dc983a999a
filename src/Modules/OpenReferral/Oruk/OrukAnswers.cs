using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Oruk;

/// <summary>
/// The answers of the API, and when none is needed because the asker has it already. An answer is as the tenant's content, the reader's
/// language and the program make it, so these three are its tag.
/// </summary>
internal sealed class OrukAnswers(IHttpContextAccessor accessor, TenantContext tenant)
{
    private static readonly string build = typeof(OrukAnswers).Assembly.ManifestModule.ModuleVersionId.ToString("N", CultureInfo.InvariantCulture)[..8];
    private readonly HttpContext http = accessor.HttpContext!;

    /// <summary>Names as in the profile; what is null is left out.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Says what the answer is good for; true when the asker has it already, so that 304 will do.</summary>
    /// <param name="lastModified">When the thing asked for last changed, where that is known.</param>
    public bool IsKnown(DateTimeOffset? lastModified = null)
    {
        var (request, headers) = (http.Request, http.Response.Headers);
        var tag = $"W/\"{tenant.Profile.Version.ToString("x", CultureInfo.InvariantCulture)}-{tenant.Language}-{build}\"";
        headers.ETag = tag;
        headers.CacheControl = "no-cache";
        headers.ContentLanguage = tenant.Language;
        headers.Append(HeaderNames.Vary, "Accept-Language");
        if (lastModified is { } at) headers.LastModified = at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        if (request.Headers.IfNoneMatch.Count > 0)
            return EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags) && tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Tag == tag[2..]);
        // HTTP dates have no parts of a second, so what changed in the same second may not be known yet.
        return lastModified is { } changed && request.GetTypedHeaders().IfModifiedSince is { } since && changed < since.AddSeconds(-1);
    }

    /// <summary>Puts the reader's language in force: that of the address, or the one of the tenant's that <c>Accept-Language</c> likes best.</summary>
    public void ChooseLanguage()
    {
        var isInAddress = http.Request.PathBase.Value!.Length > tenant.Tenant.PathPrefix.Length;
        if (!isInAddress && BestOf(http.Request.GetTypedHeaders().AcceptLanguage) is { } language) tenant.Language = language;
        LanguageInfo.Of(tenant.Language).MakeCurrent();
    }

    public static IResult NotModified() => Results.StatusCode(StatusCodes.Status304NotModified);

    public IResult Ok<T>(T value) => Results.Json(value, Json, "application/json; charset=utf-8");

    public IResult NotFound(string message) => Problem(StatusCodes.Status404NotFound, message);

    public IResult Wrong(IReadOnlyList<OrukParameterProblem> problems)
        => Problem(StatusCodes.Status400BadRequest, "Something in the address was not understood.", problems);

    private IResult Problem(int status, string message, IReadOnlyList<OrukParameterProblem>? problems = null)
    {
        http.Response.Headers.Remove(HeaderNames.ETag);
        http.Response.Headers.Remove(HeaderNames.LastModified);
        return Results.Json(new OrukProblem(status, message, problems), Json, "application/json; charset=utf-8", status);
    }

    private string? BestOf(IList<StringWithQualityHeaderValue> wanted)
    {
        foreach (var one in wanted.Where(one => one.Quality is null or > 0).OrderByDescending(one => one.Quality ?? 1))
        {
            foreach (var language in tenant.Settings.Languages)
            {
                if (one.Value.Equals(language, StringComparison.OrdinalIgnoreCase) || one.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase)) return language;
            }
        }

        return null;
    }
}
