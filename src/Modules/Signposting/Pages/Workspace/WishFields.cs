using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Matching;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Matching;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>What would suit a person, as ticked and typed into a form.</summary>
internal sealed class WishFields
{
    public string[] Needs { get; set; } = [];

    public string[] Activities { get; set; } = [];

    public string? Place { get; set; }

    public Travel Reach { get; set; }

    public string[] Days { get; set; } = [];

    public string[] Times { get; set; } = [];

    public string[] Languages { get; set; } = [];

    public string[] Access { get; set; } = [];

    public Purse Purse { get; set; }

    public string[] Audiences { get; set; } = [];

    public bool OnlyThese { get; set; }

    public Readiness Readiness { get; set; }

    public string? Faith { get; set; }

    public static WishFields Of(Wishes wishes) => new()
    {
        Needs = [.. wishes.Needs],
        Activities = [.. wishes.Activities],
        Place = wishes.Place,
        Reach = wishes.Reach,
        Days = [.. wishes.Days],
        Times = [.. wishes.Times],
        Languages = [.. wishes.Languages],
        Access = [.. wishes.Access],
        Purse = wishes.Purse,
        Audiences = [.. wishes.Audiences],
        OnlyThese = wishes.OnlyTheseAudiences,
        Readiness = wishes.Readiness,
        Faith = wishes.Faith,
    };

    /// <summary>True when two say the same, whenever it was that nothing fitted them.</summary>
    public static bool Same(Wishes a, Wishes b) => Json(a) == Json(b);

    /// <summary>Reads what was ticked and typed, and says beside the field what is wrong.</summary>
    public Wishes Read(WishChoices choices, ModelStateDictionary errors, string prefix, IStringLocalizer<MatchText> texts)
    {
        var read = new Wishes
        {
            Needs = Ticked(nameof(Needs), Needs, choices.Needs),
            Activities = Ticked(nameof(Activities), Activities, choices.Activities),
            Place = Short(nameof(Place), Place, "Form.PlaceLong"),
            Reach = Enum.IsDefined(Reach) ? Reach : Travel.Unknown,
            Days = Ticked(nameof(Days), Days, choices.Days),
            Times = Ticked(nameof(Times), Times, choices.Times),
            Languages = Ticked(nameof(Languages), Languages, choices.Languages),
            Access = Ticked(nameof(Access), Access, choices.Access),
            Purse = Enum.IsDefined(Purse) ? Purse : Purse.Any,
            Audiences = Ticked(nameof(Audiences), Audiences, choices.Audiences),
            OnlyTheseAudiences = OnlyThese && Audiences.Length > 0,
            Readiness = Enum.IsDefined(Readiness) ? Readiness : Readiness.Any,
            Faith = Short(nameof(Faith), Faith, "Form.TooLong"),
        };
        if (read is { Place: null, Reach: Travel.Walk or Travel.Bus or Travel.Lift }) errors.AddModelError($"{prefix}.{nameof(Place)}", texts["Form.ReachNeedsPlace"]);
        return read;

        IReadOnlyList<string> Ticked(string field, string[] ticked, IReadOnlyList<SelectListItem> offered)
        {
            var chosen = offered.Select(choice => choice.Value).Where(value => ticked.Contains(value, StringComparer.Ordinal)).ToList();
            if (chosen.Count > Wishes.MostValues) errors.AddModelError($"{prefix}.{field}", texts["Form.TooMany", Wishes.MostValues]);
            return chosen;
        }

        string? Short(string field, string? typed, string key)
        {
            var clean = TypedTexts.Clean(typed);
            if (clean.Length > Wishes.LongestText) errors.AddModelError($"{prefix}.{field}", texts[key, Wishes.LongestText]);
            return clean.Length == 0 ? null : clean;
        }
    }

    private static string Json(Wishes wishes) => JsonSerializer.Serialize(wishes with { UnmetOn = null }, PortalJson.Options);
}
