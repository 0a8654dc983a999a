using Microsoft.AspNetCore.DataProtection;
using Portal.Platform.Security;

namespace Portal.Signposting.Services;

/// <summary>
/// The one way to seal what tells of people, so that the database alone does not give it away. A sealed text opens only for the
/// tenant, the row and the column it was sealed for: all three are part of the purpose, which is authenticated with the text.
/// By convention of the module the column is the property, its name begins with <c>Sealed</c>, and the row is named by its
/// <c>Id</c>; so the job that seals anew finds every value by itself.
/// </summary>
internal sealed class PrivateText(IDataProtectionProvider protection)
{
    /// <summary>What the names of sealed properties begin with.</summary>
    public const string Prefix = "Sealed";

    // The name is older than the records of people; changing it would make every plan unreadable.
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Signposting.Plan");

    /// <summary>Seals a text, each time differently.</summary>
    public string Seal(string text, string row, string column) => For(row, column).Protect(text);

    /// <summary>Opens a sealed text.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was altered, moved from another place, or its key is gone.</exception>
    public string Open(string sealedText, string row, string column) => For(row, column).Unprotect(sealedText);

    /// <summary>What a text sealed now begins with: texts that begin otherwise were sealed with an older key.</summary>
    public string PresentKeyMark() => protector.PresentKeyMark();

    private IDataProtector For(string row, string column) => protector.CreateProtector(column).CreateProtector(row);
}
