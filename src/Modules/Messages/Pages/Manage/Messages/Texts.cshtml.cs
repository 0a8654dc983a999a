using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Messages.Domain;
using Portal.Messages.Resources;
using Portal.Messages.Services;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Messages.Pages.Manage.Messages;

/// <summary>How text messages are sent, and when nobody gets any.</summary>
internal sealed class TextsModel(TextGateway gateway, OutboundHttp http, TenantContext tenant, IStringLocalizer<MessagesText> texts) : PageModel
{
    private const int LongestField = 200;
    private const int LongestBody = 2000;

    [BindProperty]
    public TextFields Form { get; set; } = new();

    /// <summary>Number for a text to try it out.</summary>
    [BindProperty]
    public string? TryNumber { get; set; }

    public bool HasKey { get; private set; }

    public IEnumerable<SelectListItem> Methods => TextSettings.Methods.Select(method => new SelectListItem(method, method));

    public IEnumerable<SelectListItem> ContentTypes => [new(texts["Texts.Json"], TextSettings.Json), new(texts["Texts.Form"], TextSettings.Form)];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var saved = await gateway.ReadAsync(cancellationToken);
        HasKey = saved.SealedHeader is not null;
        Form = TextFields.Of(saved);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        HasKey = (await gateway.ReadAsync(cancellationToken)).SealedHeader is not null;
        var typed = Read();
        if (!ModelState.IsValid) return Page();
        TempData["Notice"] = texts[await gateway.SaveAsync(typed, Form.Key is { Length: > 0 } key ? key.Trim() : null, cancellationToken) ? "Texts.Saved" : "Texts.Unchanged"].Value;
        return RedirectToPage();
    }

    /// <summary>Sends a text with the settings as they are saved.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (TryNumber is null || TryNumber.Count(char.IsDigit) is < 7 or > 15)
        {
            await OnGetAsync(cancellationToken);
            ModelState.AddModelError(nameof(TryNumber), texts["Texts.NumberWrong"]);
            return Page();
        }

        await gateway.TryAsync(TryNumber, tenant.Language, texts["Texts.TryWords"], cancellationToken);
        TempData["Notice"] = texts["Texts.Tried"].Value;
        return RedirectToPage();
    }

    private TextSettings Read()
    {
        var typed = new TextSettings
        {
            Address = Clean(Form.Address),
            Method = TextSettings.Methods.Contains(Form.Method, StringComparer.Ordinal) ? Form.Method! : "POST",
            ContentType = TextSettings.ContentTypes.Contains(Form.ContentType, StringComparer.Ordinal) ? Form.ContentType! : TextSettings.Json,
            HeaderName = Clean(Form.HeaderName),
            Body = (Form.Body ?? "").Trim(),
            From = Clean(Form.From),
            CountryCode = Form.CountryCode?.Trim() ?? "",
            QuietFrom = Time(nameof(Form.QuietFrom), Form.QuietFrom),
            QuietUntil = Time(nameof(Form.QuietUntil), Form.QuietUntil),
        };
        // The key goes along with each text, so the way to the gateway is encrypted, unless it runs on one's own network.
        if (typed.Address is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && http.IsAllowed(uri))) && uri.UserInfo.Length == 0)) Fault(nameof(Form.Address), "Texts.AddressWrong");
        if (typed.HeaderName is { } name && !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) Fault(nameof(Form.HeaderName), "Texts.HeaderWrong");
        if (typed.HeaderName is not null && !HasKey && string.IsNullOrWhiteSpace(Form.Key)) Fault(nameof(Form.Key), "Texts.KeyMissing");
        if (Form.Key is { Length: > 0 } key && (key.Length > LongestBody || key.Any(char.IsControl))) Fault(nameof(Form.Key), "Texts.KeyWrong");
        if (typed.Body.Length > LongestBody || !typed.BodyIsRight()) Fault(nameof(Form.Body), "Texts.BodyWrong");
        if (typed.CountryCode.Length is < 1 or > 3 || !typed.CountryCode.All(char.IsAsciiDigit)) Fault(nameof(Form.CountryCode), "Texts.CountryWrong");
        return typed;
    }

    private TimeOnly Time(string field, string? typed)
    {
        if (TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        Fault(field, "Texts.TimeWrong");
        return default;
    }

    private string? Clean(string? typed) => typed?.Trim() is { Length: > 0 and <= LongestField } text ? text : null;

    private void Fault(string field, string key) => ModelState.AddModelError($"{nameof(Form)}.{field}", texts[key]);
}

/// <summary>The settings as they are typed.</summary>
internal sealed class TextFields
{
    public string? Address { get; set; }

    public string? Method { get; set; }

    public string? ContentType { get; set; }

    public string? HeaderName { get; set; }

    /// <summary>The value of the header; empty leaves the one there is.</summary>
    public string? Key { get; set; }

    public string? Body { get; set; }

    public string? From { get; set; }

    public string? CountryCode { get; set; }

    public string? QuietFrom { get; set; }

    public string? QuietUntil { get; set; }

    public static TextFields Of(TextSettings saved) => new()
    {
        Address = saved.Address,
        Method = saved.Method,
        ContentType = saved.ContentType,
        HeaderName = saved.HeaderName,
        Body = saved.Body,
        From = saved.From,
        CountryCode = saved.CountryCode,
        QuietFrom = saved.QuietFrom.ToString("HH:mm", CultureInfo.InvariantCulture),
        QuietUntil = saved.QuietUntil.ToString("HH:mm", CultureInfo.InvariantCulture),
    };
}
