using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Languages;
using Portal.Platform.Modules;
using Portal.Platform.Resources;
using Portal.Platform.Security;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Platform;

/// <summary>Adds the kernel that every module may use.</summary>
public static class PlatformServices
{
    /// <summary>Adds platform and modules to the container.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, ModuleCatalog catalog, IConfiguration configuration)
    {
        services.AddSingleton(catalog);
        var databases = new TenantDatabases(configuration);
        services.AddSingleton(_ => databases);
        // On another processor, while everything else is put together.
        _ = Task.Run(() => databases.BuildModel(catalog));
        services.AddSingleton<TenantProfiles>();
        services.AddSingleton<ITenantScopes, TenantScopes>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddLocalization();
        // Every script is written as itself: as numbers, Urdu would be eight times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddScoped<TenantContext>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<AuditLog>();
        services.AddScoped<EventBus>();
        services.AddScoped<DateWords>();
        services.AddScoped<SiteAddresses>();
        services.AddScoped<PageFrame>();
        services.AddSingleton<ThemeList>();
        services.AddSingleton<KeptHtml>();
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton<ContextOptions>();
        services.AddScoped(scope => scope.GetRequiredService<ContextOptions>().Of(scope.GetRequiredService<TenantContext>().Tenant));
        services.AddScoped<PortalDbContext>();

        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicyProvider>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        ProtectPerTenant(services);

        services.AddRazorPages(options => options.Conventions.Add(new EndpointRules(catalog)))
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Add(new ModuleViewComponents()));
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>();
        services.AddAntiforgery(options =>
        {
            options.Cookie = new TenantCookie("forgery");
            options.FormFieldName = "_token";
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie = new TenantCookie("notice"));

        foreach (var module in catalog.Modules) module.AddServices(services, configuration);
        return services;
    }

    private static void ProtectPerTenant(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Portal");
        var common = services.Last(service => service.ServiceType == typeof(IDataProtectionProvider));
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(provider =>
            new TenantDataProtectionProvider((IDataProtectionProvider)common.ImplementationFactory!(provider))));
    }

    /// <summary>What a field says when what was typed cannot be read at all.</summary>
    private sealed class BindingMessages(IStringLocalizer<PlatformText> texts) : IConfigureOptions<MvcOptions>
    {
        public void Configure(MvcOptions options)
        {
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Field.Invalid"]);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Field.Invalid"]);
            messages.SetUnknownValueIsInvalidAccessor(_ => texts["Field.Invalid"]);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Field.Invalid"]);
            messages.SetValueIsInvalidAccessor(_ => texts["Field.Invalid"]);
            messages.SetValueMustBeANumberAccessor(_ => texts["Field.Invalid"]);
            messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Field.Invalid"]);
            messages.SetMissingBindRequiredValueAccessor(_ => texts["Field.Missing"]);
            messages.SetMissingKeyOrValueAccessor(() => texts["Field.Missing"]);
            messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Field.Missing"]);
            messages.SetValueMustNotBeNullAccessor(_ => texts["Field.Missing"]);
        }
    }
}
