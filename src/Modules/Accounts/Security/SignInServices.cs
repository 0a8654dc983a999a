using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Data;
using Portal.Accounts.Domain;
using Portal.Platform.Security;

namespace Portal.Accounts.Security;

/// <summary>Puts ASP.NET Core Identity on the tenant's database, with cookies per tenant.</summary>
internal static class SignInServices
{
    /// <summary>Least number of characters of a password.</summary>
    public const int ShortestPassword = 12;

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(SetRules)
            .AddUserStore<UserStore>()
            .AddSignInManager()
            .AddTokenProvider<AuthenticatorTokenProvider<PortalUser>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserClaimsPrincipalFactory<PortalUser>, SessionPrincipal>();
        services.AddScoped<IUserConfirmation<PortalUser>, LockedOut>();

        services.AddScoped<KnownUsers>();
        services.AddScoped<Permissions>();
        services.AddScoped<IPermissions>(provider => provider.GetRequiredService<Permissions>());
        services.AddSingleton<SessionEvents>();
        services.AddAuthorization();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie = new TenantCookie("session");
                options.EventsType = typeof(SessionEvents);
                options.ExpireTimeSpan = SessionEvents.Lifetime;
                options.LoginPath = "/account/sign-in";
                options.ReturnUrlParameter = "return";
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                options.Cookie = new TenantCookie("code");
                options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
            });
    }

    private static void SetRules(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = ""; // the user name is the e-mail address; any that is valid will do
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.SignIn.RequireConfirmedAccount = true; // asks LockedOut
        options.Tokens.AuthenticatorTokenProvider = TokenOptions.DefaultAuthenticatorProvider;

        // Length is what makes a password strong; rules for its characters only make it hard to remember (NCSC guidance).
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }
}
