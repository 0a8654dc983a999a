using Portal.Accounts.Domain;
using Portal.Accounts.Services;
using Portal.Platform.Tenants;
using Shouldly;
using Xunit;

namespace UnitTests.Accounts;

public class SignInLinkTests
{
    private static readonly DateTimeOffset now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_link_is_good_until_it_is_used_or_runs_out()
    {
        var link = Link("u1");
        link.IsGood(now).ShouldBeTrue();
        link.IsGood(now + SignInLink.AskedFor).ShouldBeFalse();
        link.Use(now);
        link.IsGood(now).ShouldBeFalse();
    }

    [Fact]
    public void A_link_of_nobody_is_never_good() => Link(null).IsGood(now).ShouldBeFalse();

    [Fact]
    public void A_users_language_is_the_sites_own_when_the_site_has_dropped_it()
    {
        var user = PortalUser.Create("u1", "a@example.org", "A", "pl", now);
        user.LanguageIn(new TenantSettings { Languages = ["en", "pl"] }).ShouldBe("pl");
        user.LanguageIn(new TenantSettings { Languages = ["ur", "en"] }).ShouldBe("ur");
    }

    [Fact]
    public void Locking_ends_sessions_and_unlocking_forgives_wrong_passwords()
    {
        var user = PortalUser.Create("u1", "a@example.org", "A", "en", now);
        user.EndSessions();
        var before = user.SecurityStamp;
        user.Lock(now);
        user.SecurityStamp.ShouldNotBe(before);
        user.LockedAt.ShouldBe(now);
        user.AccessFailedCount = 5;
        user.Unlock();
        user.LockedAt.ShouldBeNull();
        user.AccessFailedCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("amina@example.org", true)]
    [InlineData("amina@bücher.example", true)]
    [InlineData("Amina <amina@example.org>", false)]
    [InlineData("amina@example.org\r\nBcc: b@example.org", false)]
    [InlineData("amina", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_an_address_is_an_address(string? text, bool isAddress) => Users.IsAddress(text).ShouldBe(isAddress);

    private static SignInLink Link(string? userId) => new()
    {
        Id = "l1", CodeHash = SignInLink.Hash("code"), UserId = userId, AddressHash = null, ReturnPath = "/", CreatedAt = now, ExpiresAt = now + SignInLink.AskedFor,
    };
}
