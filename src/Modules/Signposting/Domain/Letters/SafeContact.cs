using System.Globalization;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Domain.Letters;

/// <summary>Why a way to a person is not taken.</summary>
internal enum NoWay
{
    /// <summary>It can be taken.</summary>
    None,

    /// <summary>There is no address or number.</summary>
    Unknown,

    /// <summary>The person said not to.</summary>
    Unsafe,

    /// <summary>It would show who writes, and the person said not to.</summary>
    TellsWho,
}

/// <summary>
/// Which ways to write to a person are safe, by what they said on their record. What they did not ask for is never
/// guessed: without a record there is no way.
/// </summary>
internal sealed record SafeContact
{
    private SafeContact()
    {
    }

    /// <summary>Address for e-mails; null where none is to be sent.</summary>
    public string? Email { get; private init; }

    public NoWay NoEmail { get; private init; }

    /// <summary>Mobile number for texts; null where none is to be sent.</summary>
    public string? Mobile { get; private init; }

    public NoWay NoText { get; private init; }

    /// <summary>Whether a letter may come by post.</summary>
    public bool MayPost { get; private init; }

    /// <summary>What else keeps the person safe, in the team's words; null when nothing is written.</summary>
    public string? Note { get; private init; }

    /// <summary>How they like best to be reached.</summary>
    public string? Best { get; private init; }

    public static SafeContact Of(Reach? reach)
    {
        bool Avoids(string what) => reach?.Avoid.Contains(what, StringComparer.Ordinal) == true;
        var email = reach?.Email is { Length: > 0 } address ? address : null;
        var mobile = new[] { reach?.Phone, reach?.OtherPhone }.FirstOrDefault(IsMobile);
        // The e-mail shows the name of the site to whoever looks over a shoulder; a text comes from a neutral sender.
        var noEmail = email is null ? NoWay.Unknown : Avoids("email") ? NoWay.Unsafe : Avoids("name") ? NoWay.TellsWho : NoWay.None;
        var noText = mobile is null ? NoWay.Unknown : Avoids("text") ? NoWay.Unsafe : NoWay.None;
        return new SafeContact
        {
            Email = noEmail == NoWay.None ? email : null,
            NoEmail = noEmail,
            Mobile = noText == NoWay.None ? mobile : null,
            NoText = noText,
            MayPost = !Avoids("letter"),
            Note = reach?.SafetyNote,
            Best = reach?.Best,
        };
    }

    /// <summary>True for numbers that can get a text: British mobiles, and whatever is abroad.</summary>
    public static bool IsMobile(string? number)
    {
        if (string.IsNullOrWhiteSpace(number)) return false;
        var digits = string.Concat(number.Where(char.IsDigit).Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit).ToString(CultureInfo.InvariantCulture)));
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = digits[2..];
        else if (!number.TrimStart().StartsWith('+')) return digits.StartsWith("07", StringComparison.Ordinal);
        return digits.StartsWith("447", StringComparison.Ordinal) || !digits.StartsWith("44", StringComparison.Ordinal);
    }
}
