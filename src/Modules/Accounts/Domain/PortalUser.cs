using Microsoft.AspNetCore.Identity;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Accounts.Domain;

/// <summary>Somebody with an account on a tenant's site. The e-mail address is also the user name of ASP.NET Core Identity.</summary>
internal sealed class PortalUser : IdentityUser
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 100;

    /// <summary>Name shown to others.</summary>
    public required string Name { get; set; }

    /// <summary>Language of e-mails, as a BCP 47 code.</summary>
    public required string Language { get; set; }

    /// <summary>When the account was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they last signed in; null for somebody who never has.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>When somebody who manages users locked the account; null while it may be used. Five wrong passwords set <c>LockoutEnd</c> instead, which stops passwords for a while and nothing else.</summary>
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>The user's language where the site still has it, otherwise the site's own.</summary>
    public string LanguageIn(TenantSettings site) => site.Languages.Contains(Language, StringComparer.Ordinal) ? Language : site.DefaultLanguage;

    /// <summary>Locks the account and ends its sessions.</summary>
    public void Lock(DateTimeOffset now)
    {
        LockedAt = now;
        EndSessions();
    }

    /// <summary>Lets the account in again, also after wrong passwords.</summary>
    public void Unlock() => (LockedAt, LockoutEnd, AccessFailedCount) = (null, null, 0);

    /// <summary>Ends all sessions, wherever they are.</summary>
    public void EndSessions() => SecurityStamp = Ids.Secret(32);

    /// <summary>Notes that the user came in; who followed a link has shown that the address is theirs.</summary>
    public void SignedIn(DateTimeOffset now, bool byLink)
    {
        LastSignInAt = now;
        EmailConfirmed |= byLink;
    }

    /// <summary>A new account that has no password yet.</summary>
    public static PortalUser Create(string id, string email, string name, string language, DateTimeOffset now) => new()
    {
        Id = id,
        Email = email,
        UserName = email,
        Name = name,
        Language = language,
        CreatedAt = now,
        LockoutEnabled = true,
    };
}

/// <summary>A password's companions that only the user may know: the key of the authenticator and the recovery codes, encrypted.</summary>
internal sealed class UserSecret : IdentityUserToken<string>, IBehindTheScenes;
