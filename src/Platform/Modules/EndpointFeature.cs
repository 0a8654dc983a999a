namespace Portal.Platform.Modules;

/// <summary>Says on an endpoint which feature it belongs to; off means 404.</summary>
/// <param name="Id">The feature's id.</param>
public sealed record EndpointFeature(string Id);
