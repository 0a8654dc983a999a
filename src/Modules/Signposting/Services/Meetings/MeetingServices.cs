using Microsoft.Extensions.DependencyInjection;

namespace Portal.Signposting.Services.Meetings;

/// <summary>What team meetings need.</summary>
internal static class MeetingServices
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<MeetingAccess>();
        services.AddScoped<Agenda>();
        services.AddScoped<MeetingDesk>();
    }
}
