namespace Portal.Accounts.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class AccountsText;
