using Portal.Tenancy.Contracts;

namespace Portal;

/// <summary>The program is also its own tool; <c>serve</c> is what it does when nothing else is asked.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = PortalApplication.Build(args);
        await TenancyHosting.PrepareAsync(app.Services, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}
