using Portal.Platform.Data;
using TestSupport;
using Xunit;

namespace EndToEndTests;

/// <summary>The program as a newcomer starts it, with its sample sites, shared by all journeys.</summary>
public sealed class SampleSites : IAsyncLifetime
{
    private PortalHost? host;

    public PortalHost Host => host!;

    public Uri Bradford => new(Host.Address, "/bradford/");

    public Uri Southport => new(Host.Address, "/southport/");

    public async Task InitializeAsync() => host = await PortalHost.StartAsync(DatabaseKind.Sqlite, "--Portal:Samples", "true");

    public async Task DisposeAsync() => await host!.DisposeAsync();
}

/// <summary>Names the fixtures that all journeys share.</summary>
[CollectionDefinition("journeys")]
public sealed class Journeys : ICollectionFixture<SampleSites>, ICollectionFixture<Browser>;
