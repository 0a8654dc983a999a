using Microsoft.Extensions.DependencyInjection;

namespace Portal.Signposting.Services.Course;

/// <summary>What a plan holds besides its steps, and how it goes on.</summary>
internal static class CourseServices
{
    public static void AddCourse(this IServiceCollection services)
    {
        services.AddScoped<TypedForms>();
    }
}
