using System.Reflection;

namespace Portal.Messages.Contracts;

/// <summary>Writes e-mails to the outbox, in the transaction of the change: the caller saves.</summary>
public interface IMessageWriter
{
    /// <summary>Writes one e-mail.</summary>
    void Write(EmailToWrite email);
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
