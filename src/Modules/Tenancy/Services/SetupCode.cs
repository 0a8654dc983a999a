using System.Security.Cryptography;
using System.Text;
using Portal.Platform.Data;

namespace Portal.Tenancy.Services;

/// <summary>Guards the set-up page of an installation that nobody has set up: who knows the code has seen the console.</summary>
internal sealed class SetupCode
{
    private const int MostTries = 20;
    private int tries;
    private volatile bool isOpen;

    /// <summary>The code; a new one at every start.</summary>
    public string Code { get; } = $"{Ids.Secret(4)}-{Ids.Secret(4)}-{Ids.Secret(4)}";

    /// <summary>True while the site waits to be set up.</summary>
    public bool IsOpen => isOpen;

    /// <summary>Lets every address lead to the set-up page.</summary>
    public void Open() => isOpen = true;

    /// <summary>Closes the set-up page for good.</summary>
    public void Close() => isOpen = false;

    /// <summary>True when the code is right. After twenty wrong ones no code is, until the program is started again.</summary>
    public bool Accepts(string? typed)
    {
        if (Interlocked.Increment(ref tries) > MostTries) return false;
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((typed ?? "").Trim().ToLowerInvariant()), Encoding.UTF8.GetBytes(Code));
        if (isRight) Interlocked.Decrement(ref tries);
        return isRight;
    }
}
