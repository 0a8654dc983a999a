namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>Where one is in a long table.</summary>
/// <param name="Address">Address of a page of it, up to the number.</param>
internal sealed record TablePages(long Number, long Count, string Address);
