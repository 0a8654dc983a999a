using System.ComponentModel.DataAnnotations;
using Portal.Directory.Contracts;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services.Kept;

/// <summary>Sends a visitor's shortlist to an e-mail address they give. The address is forgotten once the message is delivered.</summary>
internal sealed class KeptMail(PortalDbContext db, IMessageWriter messages, KeptMessages words, TenantContext tenant)
{
    private const int LongestAddress = 320;

    /// <summary>Whether that can be an e-mail address.</summary>
    public static bool IsAddress(string? typed) => typed is { Length: > 0 and <= LongestAddress } && new EmailAddressAttribute().IsValid(typed) && typed.All(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter));

    /// <summary>Writes the one e-mail. It holds only what the site says of the groups, nothing that a visitor wrote.</summary>
    /// <param name="address">Whole address of the list.</param>
    public async Task SendAsync(string to, IReadOnlyList<ListingCard> cards, string address, CancellationToken cancellationToken)
    {
        messages.Write(new EmailToWrite
        {
            To = to,
            Language = tenant.Language,
            Template = "kept-groups",
            From = typeof(KeptMail).Assembly,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = address },
            Lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["groups"] = [.. cards.Select(words.Line)] },
            ForgetWhenSent = true,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}
