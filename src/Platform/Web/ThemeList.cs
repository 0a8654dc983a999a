using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Portal.Platform.Web;

/// <summary>The themes that came with the program. A theme is a library called <c>Portal.Theme.{id}</c> with the layout in it.</summary>
public sealed class ThemeList(ApplicationPartManager parts)
{
    private const string Prefix = "Portal.Theme.";

    /// <summary>Their ids, in order.</summary>
    public IReadOnlyList<string> Ids { get; } =
        [.. parts.ApplicationParts.Select(part => part.Name).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Distinct().Order(StringComparer.Ordinal)];
}
