namespace Portal.Signposting.Domain;

/// <summary>The form in which somebody reads best.</summary>
internal enum ReadingForm
{
    Usual,

    /// <summary>Large print.</summary>
    Large,

    /// <summary>Easy Read: one sentence to a line, pictures beside the words.</summary>
    Easy,
}
