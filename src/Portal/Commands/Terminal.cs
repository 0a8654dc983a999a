namespace Portal.Commands;

/// <summary>Where a command talks with whoever started it.</summary>
/// <param name="Output">Takes what it did.</param>
/// <param name="Errors">Takes what went wrong.</param>
/// <param name="Answers">What is typed in; null where nobody sits there to type. Then nothing is asked, so that no script waits for an answer.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Errors, TextReader? Answers)
{
    /// <summary>That of this process.</summary>
    public static Terminal OfProcess => new(Console.Out, Console.Error, Console.IsInputRedirected ? null : Console.In);

    /// <summary>Asks before something is lost. Where nobody can answer, the answer is no.</summary>
    public async Task<bool> ConfirmAsync(string question, CancellationToken cancellationToken)
    {
        if (Answers is null) return false;
        await Output.WriteAsync($"{question} Type yes to go on: ");
        await Output.FlushAsync(cancellationToken);
        return string.Equals((await Answers.ReadLineAsync(cancellationToken))?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
