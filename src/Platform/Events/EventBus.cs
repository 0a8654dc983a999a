using Microsoft.Extensions.DependencyInjection;

namespace Portal.Platform.Events;

/// <summary>Reacts to something that happened in another module, on the same <see cref="Data.PortalDbContext"/> and so in the same transaction.</summary>
/// <typeparam name="TEvent">A record from the other module's contracts.</typeparam>
public interface IEventHandler<in TEvent>
{
    /// <summary>Adds what follows from the event; does not save.</summary>
    Task HandleAsync(TEvent happened, CancellationToken cancellationToken);
}

/// <summary>Tells the other modules what happened, before it is saved.</summary>
public sealed class EventBus(IServiceProvider services)
{
    /// <summary>Runs every handler of the event, one after the other.</summary>
    public async Task PublishAsync<TEvent>(TEvent happened, CancellationToken cancellationToken)
    {
        foreach (var handler in services.GetServices<IEventHandler<TEvent>>()) await handler.HandleAsync(happened, cancellationToken);
    }
}
