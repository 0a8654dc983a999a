using Portal.Directory.Services;

namespace Portal.Directory.Pages.Groups;

/// <summary>What the search form shows.</summary>
internal sealed record SearchForm(GroupQuery Query, string? PlaceError);
