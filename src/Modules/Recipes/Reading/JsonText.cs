using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Portal.Recipes.Reading;

/// <summary>A stretch of a JSON file that holds one value, counted in bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonSlice(int Start, int Length);

/// <summary>One key of an object with its value.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonMember(string Name, int NameStart, JsonSlice Value);

/// <summary>A JSON file as bytes. Parts of it are read on their own, and every part knows its line.</summary>
internal sealed class JsonText
{
    private readonly List<int> lineStarts = [0];

    public JsonText(byte[] bytes)
    {
        Bytes = bytes;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n') lineStarts.Add(i + 1);
        }
    }

    public byte[] Bytes { get; }

    public ReadOnlySpan<byte> this[JsonSlice slice] => Bytes.AsSpan(slice.Start, slice.Length);

    /// <summary>The value that the whole file is.</summary>
    /// <exception cref="JsonException">The file is no JSON.</exception>
    public JsonSlice Root()
    {
        var reader = new Utf8JsonReader(Bytes, RecipeJson.Reader);
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var end = (int)reader.BytesConsumed;
        while (reader.Read())
        {
        }

        return new JsonSlice(start, end - start);
    }

    /// <summary>The keys of an object; none when it is no object.</summary>
    public List<JsonMember> Members(JsonSlice slice)
    {
        var members = new List<JsonMember>();
        var reader = new Utf8JsonReader(this[slice], RecipeJson.Reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return members;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, nameStart) = (reader.GetString()!, slice.Start + (int)reader.TokenStartIndex);
            members.Add(new JsonMember(name, nameStart, ReadValue(ref reader, slice.Start)));
        }

        return members;
    }

    /// <summary>The values in an array; none when it is no array.</summary>
    public List<JsonSlice> Elements(JsonSlice slice)
    {
        var elements = new List<JsonSlice>();
        var reader = new Utf8JsonReader(this[slice], RecipeJson.Reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) return elements;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            elements.Add(new JsonSlice(slice.Start + start, (int)reader.BytesConsumed - start));
        }

        return elements;
    }

    /// <summary>The text of a JSON string, or null when the value is something else.</summary>
    public string? Text(JsonSlice slice)
    {
        var reader = new Utf8JsonReader(this[slice], RecipeJson.Reader);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }

    /// <summary>The same text with one key of an object blanked out; everything else stays where it is.</summary>
    public JsonText Without(JsonSlice slice, JsonMember key)
    {
        var members = Members(slice);
        var index = members.IndexOf(key);
        var bytes = Bytes.ToArray();
        var (start, end) = (members[index].NameStart, members[index].Value.Start + members[index].Value.Length);
        // Its comma goes too: the one behind it, or the one before when it is the last.
        if (index + 1 < members.Count) end = members[index + 1].NameStart;
        else if (index > 0) start = members[index - 1].Value.Start + members[index - 1].Value.Length;
        for (var i = start; i < end; i++)
        {
            if (bytes[i] is not ((byte)'\n' or (byte)'\r')) bytes[i] = (byte)' ';
        }

        return new JsonText(bytes);
    }

    /// <summary>The line of a byte, from 1.</summary>
    public long LineOf(int position)
    {
        var index = lineStarts.BinarySearch(position);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The line of the first value in a slice that is exactly this text, or of the slice itself.</summary>
    public long LineOf(JsonSlice slice, string? text)
    {
        var found = text is null ? -1 : this[slice].IndexOf(Encoding.UTF8.GetBytes($"\"{text}\""));
        return LineOf(slice.Start + Math.Max(found, 0));
    }

    private static JsonSlice ReadValue(ref Utf8JsonReader reader, int offset)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new JsonSlice(offset + start, (int)reader.BytesConsumed - start);
    }
}
