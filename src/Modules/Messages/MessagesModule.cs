using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Messages.Contracts;
using Portal.Messages.Jobs;
using Portal.Messages.Resources;
using Portal.Messages.Services;
using Portal.Platform.Jobs;
using Portal.Platform.Modules;

namespace Portal.Messages;

/// <summary>E-mails and text messages: templates per language, what goes out, delivery.</summary>
public sealed class MessagesModule : PortalModule
{
    internal const string ManageMessages = "ManageMessages";

    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "messages",
        Name = "Messages",
        Resources = typeof(MessagesText),
        DependsOn = [],
        Features = [new Feature("Portal.Messages", AlwaysOn: true)],
        Permissions = [new Permission(ManageMessages, "Permission.ManageMessages")],
        Folders = [new PageFolder("/Manage/Messages", ManageMessages)],
        Menu =
        [
            new MenuEntry(MenuPlace.Manage, 600, "Menu.Messages", "/manage/messages", ManageMessages),
            new MenuEntry(MenuPlace.Manage, 605, "Menu.Texts", "/manage/texts", ManageMessages),
        ],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IMessageWriter, MessageWriter>();
        services.AddScoped<OutboxDelivery>();
        services.AddScoped<MailTransport>();
        services.AddScoped<TextTransport>();
        services.AddScoped<TextGateway>();
        services.AddSingleton<OutboxSeal>();
        services.AddScoped<ISealedMessages, SealedMessages>();
        services.AddSingleton<DeliveryNudge>();
        services.AddHostedService<NudgedDelivery>();
        services.AddScoped<TenantJob, DeliverMessages>();
        services.AddScoped<TenantJob, ForgetMessages>();
    }
}
