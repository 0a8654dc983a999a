using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Data;

namespace Portal.Learning.Contracts;

/// <summary>Everything about a thing but its texts: what pages for the different kinds have in common.</summary>
public abstract class ThingDetailsPage(EditingFrame frame) : PageModel
{
    /// <summary>Greatest number of a place in the list.</summary>
    protected const int LastPlace = 999;

    /// <summary>Place among its kind as typed.</summary>
    [BindProperty]
    public string? Order { get; set; }

    /// <summary>Fingerprint of what stood in the form when it was opened, so that nobody's change is lost unseen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Fingerprint of details.</summary>
    protected static string FingerprintOf(ThingDetails details)
        => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(details, details.GetType(), PortalJson.Options)).AsSpan(0, 8));

    /// <summary>Fills what all kinds have from what is saved.</summary>
    protected void Fill(ThingDetails details)
    {
        Order = details.Order.ToString(CultureInfo.InvariantCulture);
        Seen = FingerprintOf(details);
    }

    /// <summary>Reads the place in the list and says beside the field when it is none.</summary>
    protected int CheckOrder() => CheckNumber(nameof(Order), Order, 0, LastPlace, frame.Words("Details.OrderInvalid"));

    /// <summary>Reads a whole number and says beside the field when it is none.</summary>
    protected int CheckNumber(string field, string? typed, int least, int most, string problem)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        ModelState.AddModelError(field, problem);
        return 0;
    }

    /// <summary>Says so when somebody else changed the details since the form was opened. What was typed stays; saving again writes it over theirs.</summary>
    protected void CheckSeen(ThingDetails saved)
    {
        var fingerprint = FingerprintOf(saved);
        if (Seen == fingerprint) return;
        ModelState.Remove(nameof(Seen));
        Seen = fingerprint;
        ModelState.AddModelError("", frame.Words("Details.Conflict"));
    }

    /// <summary>Ids in the order they have already, new ones after them in the order of the choices.</summary>
    protected static IReadOnlyList<string> KeepOrder(IReadOnlyList<string> saved, IReadOnlyCollection<string> chosen, IEnumerable<string> choices)
        => [.. saved.Where(chosen.Contains), .. choices.Where(id => chosen.Contains(id) && !saved.Contains(id))];

    /// <summary>Tells that it is saved and leads back to the list.</summary>
    protected IActionResult Done(bool isChanged, string managePath)
    {
        TempData["Notice"] = frame.Words(isChanged ? "Notice.Saved" : "Notice.Unchanged");
        return LocalRedirect(frame.Address(managePath));
    }
}
