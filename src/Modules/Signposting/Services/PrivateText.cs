using Microsoft.AspNetCore.DataProtection;

namespace Portal.Signposting.Services;

/// <summary>
/// Seals what a person said, so that the database alone does not give it away. A sealed text opens only for the tenant, the row
/// and the column it was sealed for: all three are part of the purpose, which is authenticated with the text.
/// </summary>
internal sealed class PrivateText(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Signposting.Plan");

    /// <summary>Seals a text, each time differently.</summary>
    public string Seal(string text, string row, string column) => For(row, column).Protect(text);

    /// <summary>Opens a sealed text.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was altered, moved from another place, or its key is gone.</exception>
    public string Open(string sealedText, string row, string column) => For(row, column).Unprotect(sealedText);

    private IDataProtector For(string row, string column) => protector.CreateProtector(column).CreateProtector(row);
}
