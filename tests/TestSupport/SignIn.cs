using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Contracts;
using Portal.Accounts.Domain;
using Portal.Platform.Data;

namespace TestSupport;

/// <summary>
/// Signs in the way people do: a link in an e-mail and its one button; for those who see people also a password and a code.
/// Slower than <see cref="SignedIn"/>; for tests in which who it is, or the way in, matters.
/// </summary>
public static class SignIn
{
    private const string Password = "correct horse battery staple";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Signs in by link; the account is made with a role of exactly these permissions when there is none yet.</summary>
    public static async Task<Visitor> SignInByLinkAsync(this TestSite site, string email, params string[] permissions)
    {
        var visitor = site.NewVisitor();
        await visitor.FollowLinkAsync(await site.CreateLinkAsync(email, "/account", permissions));
        return visitor;
    }

    /// <summary>Signs in by link, sets a password and an authenticator, and gives a code: all on the real pages.</summary>
    public static async Task<Visitor> SignInWithCodeAsync(this TestSite site, string email, params string[] permissions)
    {
        var visitor = await site.SignInByLinkAsync(email, permissions);
        var password = await visitor.GetAsync("account/security/password");
        await visitor.SubmitAsync(password, "main form", [("Password", Password), ("Again", Password)]);
        var authenticator = await visitor.GetAsync("account/security/authenticator");
        var key = authenticator.Document.QuerySelector(".portal-code")?.TextContent ?? throw new InvalidOperationException($"No key on {authenticator.Address}: {authenticator.Text}");
        await visitor.SubmitAsync(authenticator, "main form", [("Code", CodeOf(key, TimeProvider.System.GetUtcNow()))]);
        return visitor;
    }

    /// <summary>The link that an e-mail would carry, as a path on the tests' host. It leads to <paramref name="returnPath"/>.</summary>
    public static async Task<string> CreateLinkAsync(this TestSite site, string email, string returnPath, params string[] permissions)
    {
        var link = await site.RunAsync(async services =>
        {
            var users = services.GetRequiredService<IUsers>();
            if (await users.FindByEmailAsync(email, default) is not { } user)
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var role = new PortalRole { Id = Ids.New(TimeProvider.System), Name = "Role " + Ids.Secret(8), Permissions = permissions };
                db.Add(role);
                await db.SaveChangesAsync();
                user = await users.EnsureAsync(new NewUser { Email = email, Role = role.Name }, default);
            }

            return await users.CreateSignInLinkAsync(user.Id, returnPath, default);
        });
        return new Uri(site.Host.Address, new Uri(link).PathAndQuery).ToString();
    }

    /// <summary>Opens a link and presses its button; returns where that leads.</summary>
    public static async Task<Answer> FollowLinkAsync(this Visitor visitor, string link)
        => await visitor.SubmitAsync(await visitor.GetAsync(link), "main form");

    /// <summary>The six digits that an authenticator shows for a key at a time: RFC 6238 with its defaults, HMAC-SHA-1 and steps of 30 seconds.</summary>
    public static string CodeOf(string key, DateTimeOffset at)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 asks for SHA-1, and authenticators know nothing else
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string key)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in key.ToUpperInvariant().Where(letter => Base32.Contains(letter, StringComparison.Ordinal)))
        {
            bits = ((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            count += 5;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }
}
