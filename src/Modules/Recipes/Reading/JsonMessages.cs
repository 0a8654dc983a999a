using System.Text.Json;

namespace Portal.Recipes.Reading;

/// <summary>Messages of the serialiser without its own counting of places.</summary>
internal static class JsonMessages
{
    public static string Plain(JsonException problem)
    {
        var message = problem.Message;
        foreach (var tail in new[] { " Path: ", " LineNumber: " })
        {
            var at = message.IndexOf(tail, StringComparison.Ordinal);
            if (at > 0) message = message[..at];
        }

        return message;
    }
}
