namespace Portal.Platform.Data;

/// <summary>Looks at what is about to be saved to a tenant's database, and may change it. Registered by a module; scoped.</summary>
public interface IBeforeSaving
{
    /// <summary>Called inside the transaction of the save, with the changes found already.</summary>
    Task SavingAsync(PortalDbContext db, CancellationToken cancellationToken);
}
