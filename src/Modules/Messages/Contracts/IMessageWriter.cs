using System.Reflection;

namespace Portal.Messages.Contracts;

/// <summary>Writes messages to the outbox, in the transaction of the change: the caller saves.</summary>
public interface IMessageWriter
{
    /// <summary>Writes one e-mail.</summary>
    void Write(EmailToWrite email);

    /// <summary>Writes a letter to somebody who is helped, or about them. It lies sealed in the outbox.</summary>
    void Write(LetterToWrite letter);

    /// <summary>Writes a text message to somebody who is helped. It lies sealed in the outbox and waits for the end of the quiet hours.</summary>
    void Write(TextToWrite text);

    /// <summary>True when the site sends text messages.</summary>
    Task<bool> CanTextAsync(CancellationToken cancellationToken);
}

/// <summary>What a line of a letter is.</summary>
public enum LetterLineKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A point of a list.</summary>
    Item,
}

/// <summary>A line of a letter. Nothing in it is read as markup.</summary>
public sealed record LetterLine(LetterLineKind Kind, string Text);

/// <summary>A letter as an e-mail, line by line.</summary>
public sealed record LetterToWrite
{
    /// <summary>Address it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Subject: it is read on locked screens, so it says nothing of the person.</summary>
    public required string Subject { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<LetterLine> Lines { get; init; }

    /// <summary>True when it waits for the end of the quiet hours.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>True for large print.</summary>
    public bool IsLarge { get; init; }

    /// <summary>What was heeded on the way to the person when it was written. Sealed with it, and given back to <see cref="ISendingCheck"/>.</summary>
    public string? Heeded { get; init; }

    /// <summary>Id of what it is about, with which it is erased; see <c>OutboxMessage.About</c>.</summary>
    public string? About { get; init; }
}

/// <summary>A text message. It is read on locked screens, so it says nothing of health and names nobody.</summary>
public sealed record TextToWrite
{
    /// <summary>Phone number.</summary>
    public required string To { get; init; }

    /// <summary>Language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Id of what it is about, with which it is erased; see <c>OutboxMessage.About</c>.</summary>
    public string? About { get; init; }

    /// <summary>What was heeded on the way to the person; see <see cref="LetterToWrite.Heeded"/>.</summary>
    public string? Heeded { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }
}

/// <summary>An e-mail made from a template.</summary>
public sealed record EmailToWrite
{
    /// <summary>Address it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Language of the reader; falls back along the tenant's chain where the template lacks it.</summary>
    public required string Language { get; init; }

    /// <summary>
    /// Name of the template. It is the embedded file <c>Messages/{name}.{language}.md</c> of <see cref="From"/>: first line the
    /// subject, an empty line, then Markdown, with <c>{{name}}</c> where a value goes.
    /// </summary>
    public required string Template { get; init; }

    /// <summary>Assembly that holds the template.</summary>
    public required Assembly From { get; init; }

    /// <summary>Values by name. <c>site</c> (the tenant's name) is always there.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Lists by name. A line of the template such as <c>- {{name}}</c> is written once for each value; one that names two lists, such as <c>- [{{names}}]({{links}})</c>, for each pair.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>True when the message, with the address it goes to, is to be removed once it was sent or given up.</summary>
    public bool ForgetWhenSent { get; init; }
}
