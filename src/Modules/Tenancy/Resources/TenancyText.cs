namespace Portal.Tenancy.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class TenancyText;
