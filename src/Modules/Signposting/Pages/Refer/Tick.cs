namespace Portal.Signposting.Pages.Refer;

/// <summary>One box to tick.</summary>
/// <param name="Name">Name the form sends.</param>
internal sealed record Tick(string Name, string Label, bool IsTicked);
