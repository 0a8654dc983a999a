using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Portal.Recipes.Reading;

/// <summary>Finds everything in a value that does not fit its type, each with its line. Used once reading has failed: the serialiser itself stops at the first.</summary>
internal sealed class ShapeCheck(JsonText text, Action<long, string> error)
{
    /// <summary>Reads a value; null when it does not fit, and then everything that is wrong has been told.</summary>
    public object? Read(Type type, JsonSlice slice)
    {
        try
        {
            return JsonSerializer.Deserialize(text[slice], type, RecipeJson.Options) ?? throw new JsonException("The value is null.");
        }
        catch (JsonException problem)
        {
            if (!Check(type, slice, "")) error(text.LineOf(slice.Start) + (problem.LineNumber ?? 0), JsonMessages.Plain(problem));
            return null;
        }
    }

    /// <summary>Returns true when it told an error.</summary>
    private bool Check(Type type, JsonSlice slice, string key)
    {
        var info = RecipeJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        var first = text[slice][0];
        if (first == 'n') return false; // null: the serialiser knows where it is allowed
        return info.Kind switch
        {
            JsonTypeInfoKind.Object when first == '{' => CheckObject(info, slice),
            JsonTypeInfoKind.Enumerable when first == '[' => Any(text.Elements(slice), element => Check(info.ElementType!, element, key)),
            JsonTypeInfoKind.Dictionary when first == '{' => Any(text.Members(slice), member => Check(info.ElementType!, member.Value, member.Name)),
            _ => CheckLeaf(info, slice, key),
        };
    }

    private bool CheckObject(JsonTypeInfo info, JsonSlice slice)
    {
        var members = text.Members(slice);
        var wrong = false;
        foreach (var member in members)
        {
            if (info.Properties.FirstOrDefault(property => Same(property.Name, member.Name)) is { } known)
            {
                wrong |= Check(known.PropertyType, member.Value, member.Name);
                continue;
            }

            wrong = true;
            error(text.LineOf(member.NameStart), $"The field '{member.Name}' is not known here. Known are: {string.Join(", ", info.Properties.Select(property => property.Name))}.");
        }

        foreach (var missing in info.Properties.Where(property => property.IsRequired && !members.Exists(member => Same(property.Name, member.Name))))
        {
            wrong = true;
            error(text.LineOf(slice.Start), $"The field '{missing.Name}' is missing.");
        }

        foreach (var twice in members.GroupBy(member => member.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            wrong = true;
            error(text.LineOf(twice.Last().NameStart), $"The field '{twice.Key}' stands here twice.");
        }

        return wrong;
    }

    private bool CheckLeaf(JsonTypeInfo info, JsonSlice slice, string key)
    {
        try
        {
            JsonSerializer.Deserialize(text[slice], info);
            return false;
        }
        catch (JsonException)
        {
            error(text.LineOf(slice.Start), $"The value of '{key}' does not fit. Expected is {Expected(info)}.");
            return true;
        }
    }

    private static string Expected(JsonTypeInfo info) => info.Type switch
    {
        var type when type == typeof(string) => "a text in quotation marks",
        var type when type == typeof(bool) => "true or false",
        var type when type == typeof(DateOnly) => "a date such as \"2026-05-01\"",
        var type when type.IsEnum => $"one of {string.Join(", ", Enum.GetNames(type))}",
        var type when type.IsPrimitive || type == typeof(decimal) => "a number",
        _ => info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => "a list in square brackets",
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object in curly brackets",
            _ => info.Type.Name,
        },
    };

    private static bool Any<T>(List<T> values, Func<T, bool> check)
    {
        var wrong = false;
        foreach (var value in values) wrong |= check(value);
        return wrong;
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
