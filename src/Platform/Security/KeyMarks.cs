using Microsoft.AspNetCore.DataProtection;

namespace Portal.Platform.Security;

/// <summary>Tells which key something was sealed with, for the job that seals anew what older keys sealed.</summary>
public static class KeyMarks
{
    /// <summary>Characters of a sealed text that say which key it was sealed with: 156 bits, of a mark of 32 and the key's id of 128.</summary>
    public const int Length = 26;

    /// <summary>What a text sealed now begins with: texts that begin otherwise were sealed with an older key.</summary>
    public static string PresentKeyMark(this IDataProtector protector) => protector.Protect("")[..Length];
}
