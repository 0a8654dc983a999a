using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Course;

/// <summary>What the script of a form is told after it sent what is typed.</summary>
/// <param name="Shown">Fingerprints of what is saved now, by field.</param>
/// <param name="Theirs">What somebody else wrote meanwhile; these fields are not saved.</param>
/// <param name="Faults">Fields into which what was typed does not fit; they are not saved.</param>
internal sealed record KeptAnswer(IReadOnlyDictionary<string, string> Shown, IReadOnlyDictionary<string, TheirText> Theirs, IReadOnlyList<string> Faults);

/// <summary>A text somebody else wrote, with its fingerprint.</summary>
internal sealed record TheirText(string Text, string Shown);

/// <summary>Saves the small forms of a plan: by their button, with words for what is wrong, or while one types, for their script.</summary>
internal sealed class TypedForms(PlanEditor editor, IStringLocalizer<CourseText> words)
{
    public const string Action = "plan.changed";

    /// <summary>Saves a form. What is wrong, or was changed by somebody else, is said beside the fields.</summary>
    /// <param name="fieldsOf">The fields; null when the plan has no such thing.</param>
    public async Task<ChangeResult> SaveAsync(string planId, TypedTexts typed, Func<Plan, IReadOnlyList<TypedField>?> fieldsOf, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        var (found, faults) = (false, new List<TypedField>());
        IReadOnlyDictionary<string, string> meanwhile = new Dictionary<string, string>(StringComparer.Ordinal);
        var result = await editor.ChangeAsync(
            planId,
            Action,
            plan =>
            {
                if (fieldsOf(plan) is not { } fields) return false;
                (found, faults) = (true, [.. typed.Faults(fields)]);
                (var changed, meanwhile) = typed.WriteTo(fields);
                return changed;
            },
            cancellationToken);
        if (!found) return ChangeResult.NotFound;
        foreach (var fault in faults) state.AddModelError(NameOf(fault.Name), words[TypedTexts.Clean(typed.Texts[fault.Name]).Length > fault.Longest && fault.Longest > 0 ? "Field.Long" : fault.FaultKey, fault.Longest]);
        foreach (var (name, saved) in meanwhile) state.AddModelError(NameOf(name), words["Field.Meanwhile", saved]);
        return result;
    }

    /// <summary>Saves what fits, for the script of the form.</summary>
    public async Task<IActionResult> KeepAsync(string planId, TypedTexts typed, Func<Plan, IReadOnlyList<TypedField>?> fieldsOf, CancellationToken cancellationToken)
    {
        KeptAnswer? answer = null;
        await editor.ChangeAsync(
            planId,
            Action,
            plan =>
            {
                if (fieldsOf(plan) is not { } before) return false;
                var faults = typed.Faults(before).Select(field => field.Name).ToList();
                var (changed, meanwhile) = typed.WriteTo(before);
                answer = new KeptAnswer(
                    fieldsOf(plan)!.Where(field => !faults.Contains(field.Name, StringComparer.Ordinal) && !meanwhile.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => TypedTexts.Fingerprint(field.Saved), StringComparer.Ordinal),
                    meanwhile.ToDictionary(text => text.Key, text => new TheirText(text.Value, TypedTexts.Fingerprint(text.Value)), StringComparer.Ordinal),
                    faults);
                return changed;
            },
            cancellationToken);
        if (answer is null) return new NotFoundResult();
        return new JsonResult(answer) { StatusCode = answer.Theirs.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK };
    }

    /// <summary>Fills in what is saved and has not been typed over, with its fingerprints.</summary>
    public static void Show(IReadOnlyList<TypedField> fields, Dictionary<string, string?> texts, Dictionary<string, string?> shown)
    {
        foreach (var field in fields)
        {
            texts.TryAdd(field.Name, field.Saved);
            shown[field.Name] = TypedTexts.Fingerprint(field.Saved);
        }
    }

    private static string NameOf(string field) => $"Texts[{field}]";
}
