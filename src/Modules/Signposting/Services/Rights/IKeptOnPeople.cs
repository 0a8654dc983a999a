namespace Portal.Signposting.Services.Rights;

/// <summary>
/// One kind of thing that is kept on people. Each says what of it belongs into the file a person may have, and takes it away when
/// the person is erased. A test looks that every sealed value of the module is answered for by one of them.
/// </summary>
internal interface IKeptOnPeople
{
    /// <summary>Place in the file; smaller first.</summary>
    int Order { get; }

    /// <summary>The entities it answers for.</summary>
    IReadOnlyList<Type> Kinds { get; }

    /// <summary>Adds what is kept on the person to their file, in the language that is current.</summary>
    Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken);

    /// <summary>Takes everything of the person out of the database. Runs inside the transaction of the erasure.</summary>
    Task EraseAsync(string personId, CancellationToken cancellationToken);

    /// <summary>Moves what hangs on a record to another of the same person, and answers with the ids of what moved.</summary>
    /// <param name="only">Ids of what is to move; null for everything.</param>
    Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken);
}
