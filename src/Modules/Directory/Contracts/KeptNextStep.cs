namespace Portal.Directory.Contracts;

/// <summary>Something that a signed-in user can do with kept groups, contributed by another module. Registered as a singleton.</summary>
/// <param name="Permission">Who may do it.</param>
/// <param name="Resources">Class of the texts that hold <paramref name="TextKey"/>.</param>
/// <param name="TextKey">Key of its words.</param>
/// <param name="Path">Address inside the tenant; it gets the ids as <c>groups</c>, with commas between.</param>
public sealed record KeptNextStep(string Permission, Type Resources, string TextKey, string Path);
