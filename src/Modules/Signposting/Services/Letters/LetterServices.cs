using Microsoft.Extensions.DependencyInjection;
using Portal.Messages.Contracts;
using Portal.Platform.Jobs;
using Portal.Signposting.Jobs;

namespace Portal.Signposting.Services.Letters;

/// <summary>What writes to people who are helped.</summary>
internal static class LetterServices
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddScoped<Reminders>();
        services.AddScoped<ISendingCheck, SafeToSend>();
        services.AddScoped<HeldBack>();
        services.AddScoped<ClosingWords>();
        services.AddScoped<ClosingDesk>();
        services.AddScoped<TenantJob, RemindersJob>();
    }
}
