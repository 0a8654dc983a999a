using System.Runtime.CompilerServices;
using System.Text;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>A piece of a JSON file.</summary>
/// <param name="Json">One service, as bytes; empty where there is a fault.</param>
/// <param name="Fault">Key of what is wrong, or null.</param>
/// <param name="Envelope">Beginning of the object around the list, without its end; null where there is none.</param>
internal sealed record JsonPiece(byte[] Json, string? Fault, long Position, byte[]? Envelope);

/// <summary>
/// Cuts a JSON file of any size into its services without reading it whole: a list of them, a page of them (its list called
/// contents, content, services, items, results or data), one service alone, or several of these one after the other.
/// </summary>
internal sealed class JsonItems(Stream stream)
{
    /// <summary>Longer than any service. What is longer is no list of services.</summary>
    private const int LongestItem = 4 * 1024 * 1024;
    private static readonly string[] lists = ["contents", "content", "services", "items", "results", "data", "records"];

    private readonly MemoryStream item = new();
    private readonly MemoryStream word = new();
    private State state = State.Outside;
    private int depth;
    private bool isInText;
    private bool isEscaped;
    private bool isBare;
    private byte[]? envelope;
    private string? key;

    private enum State
    {
        Outside,

        /// <summary>In an object that may be a page or a service.</summary>
        Envelope,
        List,
        Item,

        /// <summary>Behind the list of a page.</summary>
        Behind,

        /// <summary>In something that is no JSON, or of which no end can be found.</summary>
        Lost,
    }

    public async IAsyncEnumerable<JsonPiece> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var block = new byte[128 * 1024];
        var position = 0L;
        int length;
        var found = new List<JsonPiece>();
        while ((length = await stream.ReadAsync(block, cancellationToken)) > 0)
        {
            for (var i = 0; i < length; i++)
            {
                Take(block[i], position + i + 1, found);
                if (found.Count == 0) continue;
                foreach (var piece in found) yield return piece;
                found.Clear();
            }

            position += length;
        }

        if (state is not (State.Outside or State.Lost)) yield return new JsonPiece([], "JsonCutOff", position, null);
    }

    private void Take(byte one, long position, List<JsonPiece> found)
    {
        switch (state)
        {
            case State.Outside: Open(one, found, position); break;
            case State.Envelope: TakeEnvelope(one, position, found); break;
            case State.List: TakeList(one); break;
            case State.Item: TakeItem(one, position, found); break;
            case State.Behind:
                Follow(one);
                if (depth == 0) state = State.Outside;
                break;
        }

        if (item.Length <= LongestItem) return;
        found.Add(new JsonPiece([], "JsonTooLong", position, null));
        item.SetLength(0);
        state = State.Lost;
    }

    private void Open(byte one, List<JsonPiece> found, long position)
    {
        if (IsBlank(one) || one is (byte)',' or 0xEF or 0xBB or 0xBF) return;
        envelope = null;
        if (one == '[')
        {
            (state, depth) = (State.List, 0);
        }
        else if (one == '{')
        {
            (state, depth, key) = (State.Envelope, 1, null);
            Begin(one);
        }
        else
        {
            found.Add(new JsonPiece([], "NotJson", position, null));
            state = State.Lost;
        }
    }

    private void TakeEnvelope(byte one, long position, List<JsonPiece> found)
    {
        var wasText = isInText;
        if (!isInText && depth == 1 && one == '[' && key is not null && lists.Contains(key, StringComparer.Ordinal))
        {
            envelope = item.ToArray();
            (state, depth) = (State.List, 0);
            return;
        }

        item.WriteByte(one);
        Follow(one);
        if (depth == 1)
        {
            if (isInText && !wasText) word.SetLength(0);
            else if (isInText) word.WriteByte(one);
            else if (wasText) key = Encoding.UTF8.GetString(word.GetBuffer(), 0, (int)Math.Min(word.Length, 100));
        }

        if (depth > 0) return;
        found.Add(Finish(position));
        state = State.Outside;
    }

    private void TakeList(byte one)
    {
        if (IsBlank(one) || one == ',') return;
        if (one == ']')
        {
            (state, depth) = envelope is null ? (State.Outside, 0) : (State.Behind, 1);
            return;
        }

        Begin(one);
        (state, depth) = (State.Item, 0);
        isBare = one is not ((byte)'{' or (byte)'[');
        Follow(one);
    }

    private void TakeItem(byte one, long position, List<JsonPiece> found)
    {
        if (isBare && !isInText && (one == ',' || one == ']'))
        {
            found.Add(Finish(position));
            state = State.List;
            if (one == ']') TakeList(one);
            return;
        }

        item.WriteByte(one);
        Follow(one);
        if (isBare || depth > 0) return;
        found.Add(Finish(position));
        state = State.List;
    }

    private JsonPiece Finish(long position)
    {
        var piece = new JsonPiece(item.ToArray(), null, position, envelope);
        item.SetLength(0);
        isInText = isEscaped = false;
        return piece;
    }

    private void Begin(byte one)
    {
        item.SetLength(0);
        item.WriteByte(one);
        isInText = isEscaped = false;
    }

    private void Follow(byte one)
    {
        if (isInText)
        {
            if (isEscaped) isEscaped = false;
            else if (one == '\\') isEscaped = true;
            else if (one == '"') isInText = false;
        }
        else if (one == '"')
        {
            isInText = true;
        }
        else if (one is (byte)'{' or (byte)'[')
        {
            depth++;
        }
        else if (one is (byte)'}' or (byte)']')
        {
            depth--;
        }
    }

    private static bool IsBlank(byte one) => one is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
